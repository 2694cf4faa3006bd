/** Version of the rules by which tellings are linked. A case linked by another is linked anew when it is next written to: change it with
 * anything that changes which tellings belong together. */
export const LINKING = '4';
