import { expect, test } from 'vitest';
import { attribute, content, isolate, plain } from './escape.ts';

test.each([
  { name: 'markup', text: '<script>alert("x")</script>', html: '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;' },
  { name: 'ampersand and apostrophe', text: "R&D's", html: 'R&amp;D&#39;s' },
  { name: 'right-to-left override', text: 'a\u202eb', html: 'a<span class="control">U+202E</span>b' },
  {
    name: 'isolate and mark',
    text: '\u2067x\u200f',
    html: '<span class="control">U+2067</span>x<span class="control">U+200F</span>',
  },
  { name: 'nul', text: '\0', html: '<span class="control">U+0000</span>' },
  { name: 'lone surrogate', text: '\ud83dx', html: '<span class="control">U+D83D</span>x' },
  { name: 'whole surrogate pair stays', text: '😀', html: '😀' },
  { name: 'letters of right-to-left scripts stay', text: 'پشتو', html: 'پشتو' },
  { name: 'joiners that scripts need stay', text: 'می\u200cخواهد', html: 'می\u200cخواهد' },
])('content: $name', ({ text, html }) => expect(content(text)).toBe(html));

test('attributes lose controls and keep no quote', () => {
  expect(attribute('"\u202e\'>')).toBe('&quot;\ufffd&#39;&gt;');
});

test('names are isolated', () => expect(isolate('a<b')).toBe('<bdi>a&lt;b</bdi>'));

test.each([
  { name: 'escape sequence', text: 'a\u001b[2Jb', line: 'a\ufffd[2Jb' },
  { name: 'line ends and tabs', text: ' a\r\n\tb ', line: 'a b' },
  { name: 'bidi override', text: 'a\u202eb', line: 'a\ufffdb' },
])('plain: $name', ({ text, line }) => expect(plain(text)).toBe(line));
