import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';

/** Draws into a box as wide as it is told, with an SVG that may hold links to other pages. */
export type Draw = (plot: typeof import('@observablehq/plot'), width: number) => Element;

/** A picture with the sentence that says what it shows and a table of what is in it. The library that draws it is loaded when the first
 *  picture is; the room for it is kept free meanwhile. */
export function Figure({
  finding,
  height,
  draw,
  table,
}: {
  /** What the picture shows, in words: its alternative for those who do not see it. */
  readonly finding: string;
  /** Pixels, known beforehand so that nothing jumps. */
  readonly height: number;
  readonly draw: Draw;
  readonly table: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const plot = usePlot();
  const [, go] = useLocation();
  useEffect(() => {
    const place = box.current;
    if (place === null || plot === null || width === 0) return;
    const drawn = draw(plot, width);
    allowStyles(drawn);
    for (const link of drawn.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
    drawn.setAttribute('aria-hidden', 'true');
    place.replaceChildren(drawn);
    const follow = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const href = link?.getAttribute('href') ?? link?.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
      if (!href || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
      event.preventDefault();
      go(href);
    };
    drawn.addEventListener('click', follow);
    return () => drawn.removeEventListener('click', follow);
  }, [plot, width, draw, go]);
  return (
    <figure className="picture">
      <p className="unseen">{finding}</p>
      <div ref={box} className="canvas" style={{ minHeight: height }} />
      <details className="twin">
        <summary>As a table</summary>
        <div className="scrolls">{table}</div>
      </details>
    </figure>
  );
}

/** Pictures bring their own style elements; the policy of the page lets those in that carry its nonce. */
function allowStyles(drawn: Element): void {
  const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? '';
  for (const style of drawn.querySelectorAll('style')) style.setAttribute('nonce', nonce);
}

function usePlot(): typeof import('@observablehq/plot') | null {
  const [plot, setPlot] = useState<typeof import('@observablehq/plot') | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('@observablehq/plot').then((loaded) => isWanted && setPlot(loaded));
    return () => {
      isWanted = false;
    };
  }, []);
  return plot;
}

/** How wide an element is, in whole pixels; 0 before it is known. */
export function useWidth(of: { readonly current: Element | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = of.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
