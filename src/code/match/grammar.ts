/** Closed-class words of English grammar that normalisation turns on. Open-class words are data. */

export const MODALS: ReadonlySet<string> = new Set([
  'will',
  "'ll",
  'wo',
  'shall',
  'would',
  "'d",
  'can',
  'ca',
  'could',
  'may',
  'might',
  'must',
  'should',
  'ought',
]);

export const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'neither',
  'nor',
  'hardly',
  'barely',
]);

export const RELATIVE_TAGS: ReadonlySet<string> = new Set(['WDT', 'WP', 'WP$']);

export const RELATIVE_WORDS: ReadonlySet<string> = new Set(['who', 'whom', 'which', 'that']);

export const CONDITION_MARKS: ReadonlySet<string> = new Set(['if', 'unless', 'lest', 'whether']);

/** Marks whose gerund describes the object of the verb above ("accused Iran of arming", "thanked them for helping"). */
export const OBJECT_MARKS: ReadonlySet<string> = new Set(['of', 'for', 'from', 'into', 'as']);

/** Verbs of charging, after which "with" and a gerund tell what the charged are held to have done. */
export const CHARGING: ReadonlySet<string> = new Set(['charge', 'credit', 'reproach', 'tax']);

/** Verbs whose gerund after such a mark tells the doing of their object, whatever noun that is ("accused the army of looting"). */
export const OBJECT_GERUND: ReadonlySet<string> = new Set([
  'accuse',
  'suspect',
  'convict',
  'acquit',
  'absolve',
  'prevent',
  'stop',
  'bar',
  'ban',
  'deter',
  'dissuade',
  'discourage',
  'prohibit',
  'coerce',
  'force',
  'pressure',
  'trick',
]);

/** Verbs whose infinitive belongs to their subject although they take an object ("promised them to leave"). */
export const SUBJECT_CONTROL: ReadonlySet<string> = new Set([
  'promise',
  'threaten',
  'vow',
  'pledge',
  'use',
  'take',
  'send',
  'hold',
]);

/** Verbs whose infinitive tells what their object is to do, also where the parse hangs it on the object ("urged the army to leave"). */
export const OBJECT_CONTROL: ReadonlySet<string> = new Set(
  (
    'allow ask authorise authorize beg beseech command compel direct enable encourage entreat exhort forbid force help implore instruct ' +
    'invite lead lobby mandate oblige order permit persuade petition press pressure push request require summon tell urge warn'
  ).split(' '),
);

/** Verbs whose infinitive belongs to the noun after their preposition ("called on them to leave"). */
export const OBLIQUE_CONTROL: ReadonlySet<string> = new Set(['call', 'appeal', 'prevail', 'rely', 'count', 'arrange']);

/** Nouns for those who stand against their owner: "the king's critics" are not the king. */
export const OPPOSED_NOUNS: ReadonlySet<string> = new Set(
  'adversary attacker captor critic detractor enemy foe killer neighbour neighbor opponent persecutor rival'.split(' '),
);

/** "a series of attacks", "dozens of villagers": the noun after `of` is what the phrase is about. */
export const QUANTITY_NOUNS: ReadonlySet<string> = new Set([
  'amount',
  'array',
  'batch',
  'bit',
  'blitz',
  'bulk',
  'bunch',
  'campaign',
  'chain',
  'couple',
  'crop',
  'deal',
  'dozen',
  'element',
  'end',
  'estimate',
  'flood',
  'flurry',
  'form',
  'fraction',
  'group',
  'half',
  'handful',
  'host',
  'hundred',
  'kind',
  'list',
  'load',
  'lot',
  'majority',
  'member',
  'million',
  'minority',
  'most',
  'number',
  'one',
  'pair',
  'panoply',
  'part',
  'percent',
  'percentage',
  'piece',
  'plenty',
  'portion',
  'quarter',
  'range',
  'rash',
  'rest',
  'round',
  'score',
  'sequence',
  'series',
  'set',
  'some',
  'sort',
  'spate',
  'string',
  'succession',
  'ten',
  'thousand',
  'threat',
  'ton',
  'tonne',
  'total',
  'type',
  'variety',
  'wave',
  'worth',
  'billion',
  'third',
  'all',
  'many',
  'few',
  'several',
  'none',
  'both',
  'each',
  'any',
  'use',
  'act',
  'campaign',
  'start',
]);

/** Words for sums of money, whose purpose stands after `in` ("$5 million in aid"). */
export const MONEY: ReadonlySet<string> = new Set([
  'dollar',
  'euro',
  'pound',
  'yen',
  'rupee',
  'rouble',
  'ruble',
  'franc',
  'yuan',
  'million',
  'billion',
  '$',
  '€',
  '£',
  'usd',
  'eur',
]);

/** Words that are particles after some verbs and prepositions after others. */
export const PARTICLE_WORDS: ReadonlySet<string> = new Set([
  'up',
  'out',
  'off',
  'over',
  'down',
  'back',
  'away',
  'in',
  'on',
  'through',
]);

/** Modals, by their lemma in a predicate record, that speak of what is to come. */
export const FUTURE_MODALS: ReadonlySet<string> = new Set(['will', 'would']);

/** Modals that say what has to be done. */
export const OBLIGATION_MODALS: ReadonlySet<string> = new Set(['must', 'should']);

/** Modals that leave open whether something happens. */
export const POSSIBILITY_MODALS: ReadonlySet<string> = new Set(['may', 'might', 'can', 'could']);
