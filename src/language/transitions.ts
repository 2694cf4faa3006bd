/** The arc-hybrid transitions (Kuhlmann et al. 2011; Goldberg & Nivre 2013). */
export const SHIFT = 0;
/** Hangs the top of the stack below the first word of the buffer. */
export const LEFT = 1;
/** Hangs the top of the stack below the word beneath it. */
export const RIGHT = 2;

/** Parser state of one sentence. Node 0 is the root above the sentence, word `i` is node `i + 1`; it lies at the bottom of
 * the stack, and RIGHT reaches it only when the buffer is empty, so that exactly one word hangs below it. */
export class ParseState {
  readonly size: number;
  /** Nodes, root first. */
  readonly stack: Int32Array;
  depth = 1;
  /** First node of the buffer; `size + 1` when it is empty. */
  next = 1;
  /** Head of each node, -1 while open. */
  readonly heads: Int32Array;
  /** Label number of each attached node, -1 while open. */
  readonly labels: Int32Array;
  /** Two leftmost and two rightmost dependents by node, 0 where there is none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** Label sets of the dependents on either side, as bits of label number, 31 for all from there on. */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;

  constructor(size: number) {
    this.size = size;
    const make = () => new Int32Array(size + 2);
    this.stack = make();
    this.heads = make().fill(-1);
    this.labels = make().fill(-1);
    this.left1 = make();
    this.left2 = make();
    this.right1 = make();
    this.right2 = make();
    this.leftCount = make();
    this.rightCount = make();
    this.leftLabels = make();
    this.rightLabels = make();
  }

  get done(): boolean {
    return this.depth === 1 && this.next > this.size;
  }

  may(transition: number): boolean {
    if (transition === SHIFT) return this.next <= this.size;
    if (this.depth < 2) return false;
    if (transition === LEFT) return this.next <= this.size;
    return this.depth > 2 || this.next > this.size;
  }

  /** Node `back` places below the top of the stack, -1 below the bottom. */
  stackAt(back: number): number {
    return back < this.depth ? (this.stack[this.depth - 1 - back] as number) : -1;
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** The head that LEFT or RIGHT would give the top of the stack. */
  headFor(transition: number): number {
    return transition === LEFT ? this.next : this.stackAt(1);
  }

  /** Pops the top of the stack and hangs it below its new head. */
  attach(transition: number, label: number): void {
    const head = this.headFor(transition);
    const node = this.stack[--this.depth] as number;
    this.heads[node] = head;
    this.labels[node] = label;
    if (transition === LEFT) this.#addLeft(head, node, label);
    else this.#addRight(head, node, label);
  }

  #addLeft(head: number, node: number, label: number): void {
    this.left2[head] = this.left1[head] as number;
    this.left1[head] = node;
    this.leftCount[head] = (this.leftCount[head] as number) + 1;
    this.leftLabels[head] = (this.leftLabels[head] as number) | (1 << Math.min(label, 31));
  }

  #addRight(head: number, node: number, label: number): void {
    this.right2[head] = this.right1[head] as number;
    this.right1[head] = node;
    this.rightCount[head] = (this.rightCount[head] as number) + 1;
    this.rightLabels[head] = (this.rightLabels[head] as number) | (1 << Math.min(label, 31));
  }
}
