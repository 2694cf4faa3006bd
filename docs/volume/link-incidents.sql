-- Incidents over the Parquet tables of shards: which events of which reports tell one happening. For DuckDB 1.4 or newer; set the variable
-- "tables" to the folder of shards first:
--   set variable tables = 'tables';
-- The rules are those of `lapwing link` (src/link): candidates share a kind of act, days and a party or country; a pair is weighed by days,
-- places, parties, harm and words, and joined from 4 points on. Groups are all that hangs together, where `lapwing link` weighs each group
-- anew, so a war reported daily gives larger incidents here. Result: the tables "incident" and "incident_event".

-- What happened, was denied or alleged, each text once however many shards have it.
create or replace temp table telling as
with event as (
  select distinct on (id) * from read_parquet(getvariable('tables') || '/*/events.parquet', union_by_name = true)
  where status in ('actual', 'ongoing', 'alleged', 'denied')
), actor as (
  select distinct on (document, actor) document, actor, country, name from read_parquet(getvariable('tables') || '/*/document_actors.parquet')
), party as (
  select p.event, p.role, list({id: p.actor, country: a.country,
      is_named: p.kind not in ('unknown', 'people') and (p.actor like '%:%' or a.country = p.actor or regexp_matches(p.name, '\p{Lu}')),
      is_state: p.actor = a.country or p.kind = 'government'} order by p.actor) as parties
  from (select distinct event, role, actor, name, kind from read_parquet(getvariable('tables') || '/*/event_parties.parquet')) p
  left join actor a on a.document = split_part(p.event, '#', 1) and a.actor = p.actor
  group by p.event, p.role
), place as (
  select p.event, list({id: p.place, country: p.country, kind: d.kind, latitude: p.latitude, longitude: p.longitude} order by p.place) as places
  from (select distinct event, place, country, latitude, longitude from read_parquet(getvariable('tables') || '/*/event_places.parquet')) p
  left join (select distinct document, place, kind from read_parquet(getvariable('tables') || '/*/document_places.parquet')) d
    on d.document = split_part(p.event, '#', 1) and d.place = p.place
  group by p.event
), harm as (
  select event, list({kind: kind, low: low, high: high} order by kind) as harms
  from (select distinct event, kind, low, high from read_parquet(getvariable('tables') || '/*/event_harms.parquet'))
  group by event
)
select e.id, e.document, e.source, e.published, e.type, e.status,
  case e.type when 'SUPPORT' then 'AGREE' when 'CONCEDE' then 'RETREAT' when 'COOPERATE' then 'AID' when 'SANCTION' then 'COERCE'
    else e.type end as family,
  coalesce(e.time_start, e.time_end) is not null as is_timed,
  coalesce(e.time_start, e.time_end, e.published - 7) as first_day, coalesce(e.time_end, e.time_start, e.published) as last_day,
  if(e.modes = '', [], string_split(e.modes, '; ')) as modes,
  list_transform(if(e.same_as = '', [], string_split(e.same_as, '; ')), lambda local: e.document || '#' || local) as same_as,
  coalesce(a.parties, []) as actors, coalesce(r.parties, []) as recipients, coalesce(l.places, []) as places, coalesce(h.harms, []) as harms,
  list_distinct(list_filter(regexp_split_to_array(strip_accents(lower(e.evidence)), '[^\p{L}]+'), lambda word: length(word) >= 5)) as words,
  strip_accents(lower(e.trigger))[1:5] as stem
from event e
left join party a on a.event = e.id and a.role = 'actor'
left join party r on r.event = e.id and r.role = 'recipient'
left join place l on l.event = e.id
left join harm h on h.event = e.id
where coalesce(e.time_start, e.time_end, e.published) is not null;

-- Where tellings are looked up: kind of act, blocks of three days, a country or a party of none.
create or replace temp table near_key as
select id, family, block, anchor
from telling,
  unnest(range(date_diff('day', date '1900-01-01', first_day - 1) // 3, date_diff('day', date '1900-01-01', last_day + 1) // 3 + 1)) as b(block),
  unnest(list_distinct(
    list_transform(actors || recipients, lambda party: coalesce('c:' || party.country, 'a:' || party.id))
    || list_transform(list_filter(places, lambda place: place.country is not null), lambda place: 'c:' || place.country))) as k(anchor)
where last_day - first_day < 40;

-- A key that thousands share ("the United States consults, this week") finds nothing and costs their square: what is told there is found by
-- its other keys.
set variable most_under_a_key = 2000;
create or replace temp table candidate as
with usable as (
  select * from near_key qualify count(*) over (partition by family, block, anchor) <= getvariable('most_under_a_key')
)
select distinct a.id as a, b.id as b
from usable a join usable b on a.family = b.family and a.block = b.block and a.anchor = b.anchor and a.id < b.id;

create or replace temp macro party_points(x, y) as case
  when x.id = y.id then if(x.is_named, 1.5, 1)
  when x.country = y.country then if(x.is_state or y.is_state, 1, if(x.is_named and y.is_named, -0.5, 0.5))
  when not x.is_named or not y.is_named then -0.25
  when x.is_state <> y.is_state then -1 else -2 end;
create or replace temp macro kilometres(x, y) as 12742 * asin(sqrt(least(1, pow(sin(radians(y.latitude - x.latitude) / 2), 2)
  + cos(radians(x.latitude)) * cos(radians(y.latitude)) * pow(sin(radians(y.longitude - x.longitude) / 2), 2))));
create or replace temp macro place_points(x, y) as case
  when x.id = y.id then case when x.kind = 'country' then 0.5 when x.kind in ('region', 'area') then 1.25 else 2.5 end
  when 'country' in (x.kind, y.kind) then if(coalesce(x.country = y.country, true), 0.25, -2.5)
  when kilometres(x, y) is null then if(coalesce(x.country = y.country, true), -0.5, -100)
  when kilometres(x, y) <= 30 then 1.5
  when (x.kind in ('region', 'area') or y.kind in ('region', 'area')) and x.country = y.country and kilometres(x, y) <= 250 then 0
  else -100 end;
create or replace temp macro harm_points(x, y) as case
  when x.kind <> y.kind then 0
  when x.low is not distinct from y.low and x.high is not distinct from y.high then if(x.low > 3, 2, 1)
  when coalesce(x.low, 0) <= coalesce(y.high, 1e9) and coalesce(y.low, 0) <= coalesce(x.high, 1e9)
    and (x.high is not null or y.high is not null) then 0.75
  when greatest(coalesce(x.low, x.high), coalesce(y.low, y.high)) > 4 * greatest(1, least(coalesce(x.low, x.high), coalesce(y.low, y.high)))
    then -1.5 else -0.25 end;
create or replace temp macro pairs_of(xs, ys) as
  flatten(list_transform(xs, lambda x: list_transform(ys, lambda y: {x: x, y: y})));

create or replace temp table weighed as
with parts as (
  select c.a, c.b, x.document = y.document as is_one_report, x.is_timed and y.is_timed as are_timed,
    greatest(date_diff('day', x.last_day, y.first_day), date_diff('day', y.last_day, x.first_day)) as gap,
    greatest(x.last_day - x.first_day, y.last_day - y.first_day) + 1 as longest, x.is_timed or y.is_timed as is_one_timed,
    if(x.type = y.type, 0.5, -0.5) as type_points,
    case when x.modes = [] or y.modes = [] then 0 when list_has_any(x.modes, y.modes) then 1 else -0.75 end as mode_points,
    coalesce(list_max(list_transform(pairs_of(x.actors, y.actors), lambda p: party_points(p.x, p.y))), 0)
      + coalesce(list_max(list_transform(pairs_of(x.recipients, y.recipients), lambda p: party_points(p.x, p.y))), 0) as party_points,
    coalesce(list_max(list_transform(pairs_of(x.places, y.places), lambda p: place_points(p.x, p.y))), 0) as place_points,
    coalesce(list_sum(list_transform(pairs_of(x.harms, y.harms), lambda p: harm_points(p.x, p.y))), 0) as harm_points,
    if(x.stem = y.stem, 0.75, if(x.family in ('AGREE', 'CONSULT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'), -1, 0)) as stem_points,
    4 * len(list_intersect(x.words, y.words)) / greatest(1, len(list_distinct(x.words || y.words))) as word_points,
    list_contains(x.same_as, y.id) or list_contains(y.same_as, x.id) as is_same
  from candidate c join telling x on x.id = c.a join telling y on y.id = c.b
)
select a, b, type_points + mode_points + party_points + place_points + harm_points + least(stem_points, 0)
  + case when are_timed then if(gap = 1, 0.5, if(longest <= 2, 2, if(longest <= 40, 1, 0.25)))
      when gap > 0 then -2 when is_one_timed then 0.5 else 0 end
  + case when is_one_report then if(is_same, 5, -5) else greatest(stem_points, 0) + word_points end
  - if(is_one_report or are_timed or place_points >= 1.25 or harm_points >= 0.75 or word_points >= 0.9, 0, 2) as points
from parts
where place_points > -50 and gap <= if(are_timed, 1, 7);

create or replace table incident_event as
with recursive edge as (
  select a as "from", b as "to" from weighed where points >= 4
  union all select b, a from weighed where points >= 4
), reached(id, incident) using key (id) as (
  select id, id from telling
  union (
    select distinct on (u.id) u.id, v.incident
    from reached v join edge e on e."from" = v.id join recurring.reached u on u.id = e."to"
    where v.incident < u.incident
    order by u.id, v.incident
  )
)
select incident, id as event from reached;

create or replace table incident as
select i.incident as id, mode(t.type) as type, min(t.first_day) filter (t.is_timed) as first_day, max(t.last_day) filter (t.is_timed) as last_day,
  list_distinct(flatten(list(list_transform(t.actors, lambda party: party.id)))) as actors,
  list_distinct(flatten(list(list_transform(t.recipients, lambda party: party.id)))) as recipients,
  list_distinct(flatten(list(list_transform(t.places, lambda place: place.id)))) as places,
  bool_or(t.status = 'denied') and bool_or(t.status in ('actual', 'ongoing', 'alleged')) as contested,
  count(*) as tellings, count(distinct t.document) as documents, count(distinct t.source) as outlets
from incident_event i join telling t on t.id = i.event
group by i.incident;
