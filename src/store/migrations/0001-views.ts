/** Columns a view has of the document an entry is from. */
const OF_DOCUMENT = 'd.id as document, d.published, d.source, d.title';

const entryView = (name: string, table: string, localId: string, columns: string) =>
  `create view ${name} as select d.id || '#' || ${localId} as id, ${columns}, ${OF_DOCUMENT}
    from ${table} e join document d on d.key = e.document`;

/** The views that `lapwing sql` and other programs read; docs/case-store.md names their columns, which stay while tables may change. */
export const VIEW_STATEMENTS: readonly string[] = [
  `create view documents as select id, external_id, title, source, url, published, published_basis, language, length,
    text, added_at, lapwing, model, lexicon, knowledge,
    (select count(*) from document_source s where s.document = d.key) as sources from document d`,
  `create view document_sources as select d.id as document, s.source, s.title, s.url, s.published, s.published_basis,
    s.external_id, s.added_at, case when s.fingerprint = d.fingerprint then 1 else 0 end as coded_with
    from document_source s join document d on d.key = s.document`,
  `create view actors as select actor as id, min(name) as name, min(kind) as kind, min(country) as country,
    min(sector) as sector, count(*) as documents, sum(mentions) as mentions from document_actor group by actor`,
  `create view actor_mentions as select m.actor, m.start_at as start, m.end_at as "end", m.text, ${OF_DOCUMENT}
    from actor_mention m join document d on d.key = m.document`,
  `create view places as select place as id, min(name) as name, min(kind) as kind, min(country) as country,
    min(latitude) as latitude, min(longitude) as longitude, count(*) as documents, sum(mentions) as mentions
    from document_place group by place`,
  `create view place_mentions as select m.place, m.start_at as start, m.end_at as "end", m.text, ${OF_DOCUMENT}
    from place_mention m join document d on d.key = m.document`,
  entryView(
    'events',
    'event',
    'e.local_id',
    `e.type, e.quad, e.modes, e.contexts, e.status, e.score, e.actors, e.recipients, e.places, e.time_start, e.time_end,
    e.day, e.last_day, e.harm, e.trigger_start as start, e.trigger_end as "end", e.trigger_text as trigger_words,
    e.evidence_text as evidence, e.confidence`,
  ),
  `create view event_parties as select d.id || '#' || e.local_id as event, p.role, p.actor, a.name, a.kind, a.country, a.sector
    from event_party p join event e on e.key = p.event join document d on d.key = e.document
    join document_actor a on a.document = e.document and a.actor = p.actor`,
  `create view event_places as select d.id || '#' || e.local_id as event, p.place, l.name, l.country, l.latitude, l.longitude
    from event_place p join event e on e.key = p.event join document d on d.key = e.document
    join document_place l on l.document = e.document and l.place = p.place`,
  `create view event_harms as select d.id || '#' || e.local_id as event, h.kind, h.low, h.high
    from event_harm h join event e on e.key = h.event join document d on d.key = e.document`,
  `create view event_claims as select d.id || '#' || e.local_id as event, d.id || '#' || c.local_id as claim
    from event_claim l join event e on e.key = l.event join claim c on c.key = l.claim join document d on d.key = e.document`,
  entryView(
    'claims',
    'claim',
    'e.local_id',
    `e.speaker, e.speaker_text as speaker_words, e.stance, e.addressee, e.content_start as start, e.content_end as "end",
    e.content_text as content, e.condition_text as condition, e.quoted, e.evidence_text as evidence`,
  ),
  entryView(
    'ties',
    'tie',
    "'t' || (e.position + 1)",
    `e.from_actor, e.kind, e.to_actor, e.attributed_to, e.denied_by, e.evidence_start as start, e.evidence_end as "end",
    e.evidence_text as evidence`,
  ),
  entryView(
    'figures',
    'figure',
    "'f' || (e.position + 1)",
    `e.low, e.high, e.approximate, e.counts, case when e.event is null then null else d.id || '#' || e.event end as event,
    e.span_start as start, e.span_end as "end", e.span_text as words`,
  ),
  entryView(
    'times',
    'time_mention',
    "'d' || (e.position + 1)",
    `e.start_date, e.end_date, e.span_start as start, e.span_end as "end", e.span_text as words`,
  ),
  `create view incidents as select id, type, day, last_day, details,
    (select count(*) from incident_event l where l.incident = i.key) as events from incident i`,
  `create view incident_events as select i.id as incident, d.id || '#' || e.local_id as event, l.why
    from incident_event l join incident i on i.key = l.incident join event e on e.key = l.event
    join document d on d.key = e.document`,
  'create view disputes as select id, kind, details from dispute',
  `create view decisions as select number, at, by_whom, kind, subject, why, what from decision`,
  `create view runs as select key as run, kind, lapwing, model, lexicon, knowledge, started_at, ended_at, counts from run`,
];
