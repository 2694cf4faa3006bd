import type { CaseRecord, RecordSpan } from '../../src/api/index.ts';
import { textId } from '../../src/base/index.ts';

/** An invented report, so that pages can be tested without the engine. */
export const EXAMPLE_TEXT = `Ferry war: Ostland shells Karsa harbour

PORT KARSA, 4 March - Ostland's navy shelled the harbour of Karsa on Friday night, killing between 12 and 15 people, the Westmark government said.

Ostland denied that its ships had opened fire. It accused the Harbour Front, an outgrowth of the dockers' union, of blowing up the grain pier and said Westmark was sheltering the group.

"If the blockade is not lifted by Monday, we will close the strait," Westmark's foreign minister, Ilse Brandt, told reporters. Fishermen said patrol boats were still blocking the channel on Saturday.

Both governments agreed to send envoys to talks in Lindholm next week. More than 125 families have left the quarter since Friday.`;

/** The span of the `nth` (from 0) occurrence of `part`. @throws RangeError if there is none */
export function spanOf(text: string, part: string, nth = 0): RecordSpan {
  let start = -1;
  for (let found = 0; found <= nth; found++) {
    start = text.indexOf(part, start + 1);
    if (start < 0) throw new RangeError(`no occurrence ${nth} of "${part}"`);
  }
  return { start, end: start + part.length, text: part };
}

const at = (part: string, nth = 0) => spanOf(EXAMPLE_TEXT, part, nth);
const actor = { aliases: [], sector: null, country: null } as const;
const event = {
  modes: [],
  contexts: [],
  places: [],
  time: null,
  harm: null,
  claims: [],
  sameAs: [],
  confidence: 0.71,
} as const;
const friday = { start: '2016-03-04', end: '2016-03-04' };

/** A record of {@link EXAMPLE_TEXT} with every kind of entry, most statuses, overlaps and a speaker without a name. */
export function exampleRecord(): CaseRecord {
  return {
    schema: 'lapwing/1',
    versions: { lapwing: '0.1.0', model: 'none', lexicon: 'none', knowledge: 'none' },
    document: {
      id: textId(EXAMPLE_TEXT),
      externalId: null,
      title: 'Ferry war: Ostland shells Karsa harbour',
      source: 'Invented Courier',
      url: null,
      published: '2016-03-05',
      publishedBasis: 'given',
      publishedEvidence: [],
      language: 'en',
      text: EXAMPLE_TEXT,
    },
    actors: [
      {
        ...actor,
        id: 'OST:MIL',
        name: 'Ostland',
        kind: 'military',
        mentions: [at('Ostland', 1), at('Ostland', 2), at('its ships')],
      },
      { ...actor, id: 'WST:GOV', name: 'Westmark', kind: 'government', mentions: [at('Westmark'), at('Westmark', 1)] },
      {
        ...actor,
        id: 'harbour-front',
        name: 'Harbour Front',
        kind: 'armed-group',
        aliases: ['the group'],
        mentions: [at('Harbour Front'), at('the group')],
      },
      { ...actor, id: 'dockers-union', name: 'dockers’ union', kind: 'organisation', mentions: [at("dockers' union")] },
      { ...actor, id: 'ilse-brandt', name: 'Ilse Brandt', kind: 'person', mentions: [at('Ilse Brandt')] },
      { ...actor, id: 'fishermen', name: 'fishermen', kind: 'people', mentions: [at('Fishermen')] },
    ],
    places: [
      {
        id: 'karsa',
        name: 'Karsa',
        kind: 'city',
        country: 'WST',
        latitude: 54.31,
        longitude: -3.2,
        mentions: [at('Karsa', 1)],
      },
      {
        id: 'lindholm',
        name: 'Lindholm',
        kind: 'city',
        country: null,
        latitude: null,
        longitude: null,
        mentions: [at('Lindholm')],
      },
    ],
    events: [
      {
        ...event,
        id: 'ev-1',
        type: 'ASSAULT',
        modes: ['heavy-weapons'],
        contexts: ['military'],
        actors: ['OST:MIL'],
        recipients: ['WST:GOV'],
        places: ['karsa'],
        time: { ...friday, span: at('on Friday night') },
        status: 'alleged',
        score: -9.5,
        harm: { killed: { low: 12, high: 15 } },
        trigger: at('shelled'),
        evidence: at("Ostland's navy shelled the harbour of Karsa on Friday night, killing between 12 and 15 people"),
        claims: ['cl-1'],
      },
      {
        ...event,
        id: 'ev-2',
        type: 'ASSAULT',
        modes: ['firearms'],
        actors: ['OST:MIL'],
        recipients: ['WST:GOV'],
        status: 'denied',
        score: -9,
        trigger: at('opened fire'),
        evidence: at('its ships had opened fire'),
        claims: ['cl-2'],
      },
      {
        ...event,
        id: 'ev-3',
        type: 'ACCUSE',
        modes: ['allege'],
        actors: ['OST:MIL'],
        recipients: ['harbour-front'],
        status: 'actual',
        score: -3.5,
        trigger: at('accused'),
        evidence: at("It accused the Harbour Front, an outgrowth of the dockers' union, of blowing up the grain pier"),
      },
      {
        ...event,
        id: 'ev-4',
        type: 'ASSAULT',
        modes: ['explosives'],
        actors: ['harbour-front'],
        recipients: ['OST:MIL'],
        status: 'alleged',
        score: -9,
        trigger: at('blowing up'),
        evidence: at('blowing up the grain pier'),
        claims: ['cl-3'],
      },
      {
        ...event,
        id: 'ev-5',
        type: 'COERCE',
        modes: ['restrict'],
        actors: ['WST:GOV'],
        recipients: ['OST:MIL'],
        status: 'threatened',
        score: -7,
        trigger: at('close'),
        evidence: at('we will close the strait'),
        claims: ['cl-5'],
      },
      {
        ...event,
        id: 'ev-6',
        type: 'COERCE',
        modes: ['restrict'],
        actors: ['OST:MIL'],
        recipients: ['fishermen'],
        status: 'ongoing',
        score: -7,
        trigger: at('blocking'),
        evidence: at('patrol boats were still blocking the channel on Saturday'),
        claims: ['cl-6'],
      },
      {
        ...event,
        id: 'ev-7',
        type: 'AGREE',
        actors: ['OST:MIL', 'WST:GOV'],
        recipients: ['WST:GOV', 'OST:MIL'],
        status: 'actual',
        score: 2.5,
        trigger: at('agreed'),
        evidence: at('Both governments agreed to send envoys'),
      },
      {
        ...event,
        id: 'ev-8',
        type: 'CONSULT',
        actors: ['OST:MIL', 'WST:GOV'],
        recipients: ['WST:GOV', 'OST:MIL'],
        places: ['lindholm'],
        time: { start: '2016-03-07', end: '2016-03-13', span: at('next week') },
        status: 'planned',
        score: 2.5,
        trigger: at('talks'),
        evidence: at('talks in Lindholm next week'),
      },
    ],
    claims: [
      {
        id: 'cl-1',
        speaker: 'WST:GOV',
        speakerSpan: at('the Westmark government'),
        stance: 'accuses',
        addressee: null,
        content: at("Ostland's navy shelled the harbour of Karsa on Friday night, killing between 12 and 15 people"),
        condition: null,
        events: ['ev-1'],
        quoted: false,
        cue: at('said'),
        evidence: at(
          "Ostland's navy shelled the harbour of Karsa on Friday night, killing between 12 and 15 people, the Westmark government said",
        ),
      },
      {
        id: 'cl-2',
        speaker: 'OST:MIL',
        speakerSpan: at('Ostland', 2),
        stance: 'denies',
        addressee: null,
        content: at('its ships had opened fire'),
        condition: null,
        events: ['ev-2'],
        quoted: false,
        cue: at('denied'),
        evidence: at('Ostland denied that its ships had opened fire'),
      },
      {
        id: 'cl-3',
        speaker: 'OST:MIL',
        speakerSpan: at('It'),
        stance: 'accuses',
        addressee: null,
        content: at('blowing up the grain pier'),
        condition: null,
        events: ['ev-4'],
        quoted: false,
        cue: at('accused'),
        evidence: at("It accused the Harbour Front, an outgrowth of the dockers' union, of blowing up the grain pier"),
      },
      {
        id: 'cl-4',
        speaker: 'OST:MIL',
        speakerSpan: null,
        stance: 'asserts',
        addressee: null,
        content: at('Westmark was sheltering the group'),
        condition: null,
        events: [],
        quoted: false,
        cue: at('said', 1),
        evidence: at('said Westmark was sheltering the group'),
      },
      {
        id: 'cl-5',
        speaker: 'ilse-brandt',
        speakerSpan: at('Ilse Brandt'),
        stance: 'threatens',
        addressee: 'OST:MIL',
        content: at('If the blockade is not lifted by Monday, we will close the strait'),
        condition: at('If the blockade is not lifted by Monday'),
        events: ['ev-5'],
        quoted: true,
        cue: at('told'),
        evidence: at('"If the blockade is not lifted by Monday, we will close the strait,"'),
      },
      {
        id: 'cl-6',
        speaker: null,
        speakerSpan: at('Fishermen'),
        stance: 'asserts',
        addressee: null,
        content: at('patrol boats were still blocking the channel on Saturday'),
        condition: null,
        events: ['ev-6'],
        quoted: false,
        cue: at('said', 2),
        evidence: at('Fishermen said patrol boats were still blocking the channel on Saturday'),
      },
    ],
    ties: [
      {
        from: 'harbour-front',
        to: 'dockers-union',
        kind: 'split-from',
        evidence: at("an outgrowth of the dockers' union"),
        attributedTo: null,
        deniedBy: [],
      },
      {
        from: 'WST:GOV',
        to: 'harbour-front',
        kind: 'hosts',
        evidence: at('Westmark was sheltering the group'),
        attributedTo: 'OST:MIL',
        deniedBy: [],
      },
    ],
    figures: [
      { span: at('between 12 and 15 people'), low: 12, high: 15, approximate: false, of: 'killed', event: 'ev-1' },
      { span: at('More than 125 families'), low: 126, high: null, approximate: false, of: 'displaced', event: null },
    ],
    times: [
      { span: at('on Friday night'), ...friday },
      { span: at('Saturday'), start: '2016-03-05', end: '2016-03-05' },
      { span: at('next week'), start: '2016-03-07', end: '2016-03-13' },
    ],
  };
}
