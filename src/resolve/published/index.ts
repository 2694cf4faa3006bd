export { type InferredPublished, inferPublished } from './infer-published.ts';
export { indexOffices, type OfficeHolders } from './offices.ts';
