const sample = (classes: string, text: string) => `<span class="act begins ends ${classes}">${text}</span>`;

const QUADS_KEY = `<span>${[
  sample('q1 s-actual', 'word of cooperation'),
  sample('q2 s-actual', 'deed of cooperation'),
  sample('q3 s-actual', 'word of conflict'),
  sample('q4 s-actual', 'deed of conflict'),
].join(' ')}</span>`;

/** What the marks in a report's text mean: hue and depth, fill, quote mark, underlines. */
export const MARKS_KEY = `<p class="key">${QUADS_KEY}<span>${[
  sample('q4 s-actual', 'actual'),
  sample('q4 s-ongoing', 'ongoing'),
  sample('q4 s-alleged', 'alleged'),
  sample('q4 s-denied', 'denied'),
  sample('q4 s-threatened', 'threatened, demanded, planned or hypothetical'),
].join(
  ' ',
)}</span><span>❝ rests on somebody’s word</span><span><span class="m-name">party</span> <span class="m-place">place</span> <span class="m-number">figure or time</span></span></p>`;

/** What the squares of the list of reports mean. */
export const SQUARES_KEY = `<p class="key"><span>A square is an event:</span>${QUADS_KEY}<span>${sample('q4 s-alleged', 'hollow')} only alleged, denied, threatened, demanded, planned or hypothetical</span></p>`;
