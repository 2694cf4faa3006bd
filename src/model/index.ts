export { ByteReader, ByteWriter } from './bytes.ts';
export { packSections, unpackSections, WEIGHTS_VERSION } from './container.ts';
export { hashText, mix, SPREAD, seed } from './hash.ts';
export { KeyIndex, readKeys, writeKeys } from './key-index.ts';
export { argmax, decodeLinear, encodeLinear, LinearModel, type LinearRows } from './linear.ts';
export { decodeMlp, encodeMlp, HIDDEN_SCALE, type MlpRows, OUTPUT_SCALE, SparseMlp } from './sparse-mlp.ts';
