export { isDeed, isFact, quadLabel, STANCE_VERB, STATUS_MEANING } from './acts.ts';
export {
  boundsLabel,
  capital,
  codeWords,
  counted,
  dayLabel,
  listed,
  numeral,
  periodLabel,
} from './labels.ts';
export { cutSegments, cutText, deal, type Paragraph, paragraphs, type Segment } from './segments.ts';
