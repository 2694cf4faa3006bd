import { describe, expect, test } from 'vitest';
import { readRobots } from './robots.ts';

const all = (...rules: readonly string[]) => ['User-agent: *', ...rules].join('\n');

describe('robots.txt', () => {
  test.each([
    { name: 'nothing said', text: '', path: '/a', allowed: true },
    { name: 'all refused', text: all('Disallow: /'), path: '/a', allowed: false },
    { name: 'nothing refused', text: all('Disallow:'), path: '/a', allowed: true },
    { name: 'a folder', text: all('Disallow: /a/'), path: '/a/b', allowed: false },
    { name: 'beside the folder', text: all('Disallow: /a/'), path: '/ab', allowed: true },
    { name: 'the longer pattern decides', text: all('Disallow: /a', 'Allow: /a/b'), path: '/a/b/c', allowed: true },
    { name: 'whatever their order', text: all('Allow: /a/b', 'Disallow: /a'), path: '/a/c', allowed: false },
    { name: 'of two as long, the one that allows', text: all('Disallow: /a', 'Allow: /a'), path: '/a', allowed: true },
    { name: 'any run of characters', text: all('Disallow: /*/print'), path: '/a/b/print?x', allowed: false },
    { name: 'the end of the path', text: all('Disallow: /*.pdf$'), path: '/a.pdf', allowed: false },
    { name: 'not at the end of the path', text: all('Disallow: /*.pdf$'), path: '/a.pdf?x', allowed: true },
    { name: 'the end alone', text: all('Disallow: /$'), path: '/a', allowed: true },
    { name: 'the end, and nothing before it twice', text: all('Disallow: /ab*ba$'), path: '/aba', allowed: true },
    { name: 'letters beyond ASCII', text: all('Disallow: /é'), path: '/%C3%A9t', allowed: false },
    { name: 'its own group', text: `${all('Disallow: /')}\n\nUser-agent: Lapwing\nAllow: /`, path: '/a', allowed: true },
    { name: 'its own group without rules', text: `${all('Disallow: /')}\nUser-agent: lapwing\n`, path: '/a', allowed: true },
    { name: 'a group of several', text: 'User-agent: a\nUser-agent: LAPWING/2\nDisallow: /', path: '/a', allowed: false },
    {
      name: 'its groups together',
      text: 'User-agent: lapwing\nDisallow: /a\nUser-agent: b\nDisallow: /\nUser-agent: lapwing\nDisallow: /c',
      path: '/c',
      allowed: false,
    },
    { name: 'another robot of a longer name', text: 'User-agent: lapwing-news\nDisallow: /', path: '/a', allowed: true },
    {
      name: 'remarks, spaces, line ends and a mark at the start',
      text: '\ufeff# x\r\n user-AGENT : * # y\r\nDisallow : /a # z\r\n',
      path: '/a',
      allowed: false,
    },
    { name: 'other lines between', text: 'User-agent: *\nCrawl-delay: 5\nDisallow: /a', path: '/a', allowed: false },
    { name: 'rules without a group', text: 'Disallow: /', path: '/a', allowed: true },
    { name: 'a page in place of rules', text: '<html><body>Disallow: /</body></html>', path: '/a', allowed: true },
  ])('$name', ({ text, path, allowed }) => {
    expect(readRobots(text, 'lapwing').isAllowed(path)).toBe(allowed);
  });

  test('a pattern made to be slow is not', () => {
    const robots = readRobots(all(...Array.from({ length: 1000 }, () => `Disallow: /${'a*'.repeat(200)}b`)), 'lapwing');
    expect(robots.isAllowed(`/${'a'.repeat(2000)}`)).toBe(true);
  });
});
