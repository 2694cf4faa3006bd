import { LEFT, type ParseState, SHIFT } from '../src/language/transitions.ts';

/** Dynamic oracle for arc-hybrid (Goldberg & Nivre 2013): how many gold arcs a transition puts out of reach. */
export class Oracle {
  readonly #heads: Int32Array;
  readonly #children: readonly (readonly number[])[];

  /** @param heads gold head of each node; node 0 is the root */
  constructor(heads: Int32Array) {
    this.#heads = heads;
    const children: number[][] = Array.from(heads, () => []);
    for (let node = 1; node < heads.length; node++) children[heads[node] as number]?.push(node);
    this.#children = children;
  }

  cost(state: ParseState, transition: number): number {
    return transition === SHIFT ? this.#shiftCost(state) : this.#attachCost(state, transition);
  }

  /** The top of the stack gets its head now: it loses its other heads and its dependents still in the buffer. */
  #attachCost(state: ParseState, transition: number): number {
    const node = state.stackAt(0);
    const gold = this.#heads[node] as number;
    const given = state.headFor(transition);
    const reachable = gold === given || gold === state.stackAt(1) || gold >= state.next;
    let cost = reachable && gold !== given ? 1 : 0;
    if (transition === LEFT && gold === given) cost = 0;
    for (const child of this.#children[node] ?? []) if (child >= state.next) cost++;
    return cost;
  }

  /** The first word of the buffer goes on the stack: it loses heads below the top and dependents on the stack. */
  #shiftCost(state: ParseState): number {
    const node = state.next;
    const gold = this.#heads[node] as number;
    let cost = 0;
    if (gold < node && gold !== state.stackAt(0) && isOnStack(state, gold)) cost++;
    for (const child of this.#children[node] ?? []) if (child < node && isOnStack(state, child)) cost++;
    return cost;
  }
}

function isOnStack(state: ParseState, node: number): boolean {
  return node === 0 || state.heads[node] === -1;
}
