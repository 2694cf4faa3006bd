/** What a million documents cost on machines of one's own or rented, and with a language model rented by the token. Prices are assumptions
 * to be changed on the command line, in whatever currency. */
export interface CostAssumptions {
  /** Of one core for an hour. */
  readonly corePrice: number;
  /** Of a million tokens read, and of a million written, by a hosted language model. */
  readonly inputPrice: number;
  readonly outputPrice: number;
  /** Tokens of the model for a token of ours. */
  readonly tokensPerToken: number;
  /** Tokens of instructions and codebook that go with each document, and of its answer. */
  readonly promptTokens: number;
  readonly answerTokens: number;
}

/** Round figures in US dollars, to be replaced by one's own: a rented core, a small hosted model, a two-page codebook. */
export const ASSUMED: CostAssumptions = {
  corePrice: 0.04,
  inputPrice: 0.25,
  outputPrice: 1.25,
  tokensPerToken: 1.2,
  promptTokens: 1500,
  answerTokens: 800,
};

const MILLION = 1e6;
const SECONDS_PER_HOUR = 3600;

/** Cost of a million documents, either way. @param processorSeconds that a document takes @param tokens of ours in a document */
export function costPerMillion(processorSeconds: number, tokens: number, assumed: CostAssumptions) {
  const coreHours = (processorSeconds * MILLION) / SECONDS_PER_HOUR;
  const read = tokens * assumed.tokensPerToken + assumed.promptTokens;
  const own = coreHours * assumed.corePrice;
  const model = read * assumed.inputPrice + assumed.answerTokens * assumed.outputPrice;
  return { coreHours: Math.round(coreHours), own: round(own), model: round(model), times: round(model / own) };
}

const round = (value: number) => Number(value.toPrecision(3));
