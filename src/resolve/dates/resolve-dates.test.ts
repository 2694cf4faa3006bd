import { describe, expect, test } from 'vitest';
import { taggedText } from '../../../test/support/tagged-text.ts';
import { loadHolidays, resolveDates } from './index.ts';

/** Wednesday. */
const WED = '2019-05-15';

/** Text, publication date, and for each date: its span, first and last day (`-` for null), separated by `|`. */
type Row = readonly [text: string, published: string | null, ...dates: string[]];

function datesOf(text: string, published: string | null): readonly string[] {
  const doc = taggedText(text, { published });
  return resolveDates(doc).map(
    ({ span, start, end }) => `${doc.text.slice(span.start, span.end)}|${start ?? '-'}|${end ?? '-'}`,
  );
}

const ABSOLUTE: readonly Row[] = [
  ['The raid of 2017-03-04 failed.', null, '2017-03-04|2017-03-04|2017-03-04'],
  ['It was signed on 23/11/2016 in Bogota.', null, '23/11/2016|2016-11-23|2016-11-23'],
  ['It was signed on 11/23/2016 in Bogota.', null, '11/23/2016|2016-11-23|2016-11-23'],
  ['The truce of 3 March 2015 held.', WED, '3 March 2015|2015-03-03|2015-03-03'],
  ['On March 3, 2015, rebels left.', WED, 'March 3, 2015|2015-03-03|2015-03-03'],
  ['On Tuesday, March 3, 2015, rebels left.', WED, 'Tuesday, March 3, 2015|2015-03-03|2015-03-03'],
  ['On Tuesday, 3 March 2015 the rebels left.', WED, 'Tuesday, 3 March 2015|2015-03-03|2015-03-03'],
  ['He was born on the 3rd of March 1960.', WED, '3rd of March 1960|1960-03-03|1960-03-03'],
  ['Since Sept. 4, 2001 he was absent.', WED, 'Sept. 4, 2001|2001-09-04|-'],
  ['In March 2015 the siege began.', WED, 'March 2015|2015-03-01|2015-03-31'],
  ['In February of 2016 the siege began.', WED, 'February of 2016|2016-02-01|2016-02-29'],
  ['It began in early March 2015.', WED, 'early March 2015|2015-03-01|2015-03-10'],
  ['It began at the end of June 2015.', WED, 'end of June 2015|2015-06-21|2015-06-30'],
  ['In 2014 the army withdrew.', WED, '2014|2014-01-01|2014-12-31'],
  ['The army withdrew in 2014.', null, '2014|2014-01-01|2014-12-31'],
  ['It has been closed since 2014.', WED, '2014|2014-01-01|-'],
  ['It was closed until 2014.', WED, '2014|-|2014-12-31'],
  ['It fell in early 2016.', WED, 'early 2016|2016-01-01|2016-04-30'],
  ['It fell in mid-2016.', WED, 'mid-2016|2016-05-01|2016-08-31'],
  ['It fell in late 2016.', WED, 'late 2016|2016-09-01|2016-12-31'],
  ['It fell at the end of 2016.', WED, 'end of 2016|2016-10-01|2016-12-31'],
  ['It fell at the beginning of 2016.', WED, 'beginning of 2016|2016-01-01|2016-03-31'],
  ['A 2016 report/NN by monitors said so.', WED, '2016|2016-01-01|2016-12-31'],
  ['The 2011 protests/NNS spread.', WED, '2011|2011-01-01|2011-12-31'],
  ['The deal (2015) was praised.', WED, '2015|2015-01-01|2015-12-31'],
  ['They fought in the 1980s.', WED, '1980s|1980-01-01|1989-12-31'],
  ['They fought in the late 1990s.', WED, 'late 1990s|1997-01-01|1999-12-31'],
  ['They fought in the early 1990s.', WED, 'early 1990s|1990-01-01|1993-12-31'],
  ['They fought in the mid-1990s.', WED, 'mid-1990s|1994-01-01|1996-12-31'],
  ["They fought in the '80s.", WED, "'80s|1980-01-01|1989-12-31"],
  ['They fought in the seventies.', WED, 'seventies|1970-01-01|1979-12-31'],
  ['It began in the spring of 2015.', WED, 'spring of 2015|2015-03-01|2015-05-31'],
  ['It began in autumn 2012.', WED, 'autumn 2012|2012-09-01|2012-11-30'],
  ['It began in the fall of 2012.', WED, 'fall of 2012|2012-09-01|2012-11-30'],
  ['It was signed on 23.11.2016 in Bogota.', WED, '23.11.2016|2016-11-23|2016-11-23'],
  ['It was built in the 18th century.', WED, '18th century|1701-01-01|1800-12-31'],
  ['It was built in the late eighteenth century.', WED, 'late eighteenth century|1768-01-01|1800-12-31'],
  ['It fell in the early twenty-first century.', WED, 'early twenty-first century|2001-01-01|2033-12-31'],
  ['It began in late summer 2012.', WED, 'late summer 2012|2012-08-01|2012-08-31'],
  ['It began in the winter of 2015.', WED, 'winter of 2015|2015-12-01|2016-02-29'],
];

const PARTS: readonly Row[] = [
  ['It fell in the first half of 2016.', WED, 'first half of 2016|2016-01-01|2016-06-30'],
  ['It fell in the second half of last year.', WED, 'second half of last year|2018-07-01|2018-12-31'],
  ['It fell in the fourth quarter of 2015.', WED, 'fourth quarter of 2015|2015-10-01|2015-12-31'],
  ['It rose in the first three months of 2018.', WED, 'first three months of 2018|2018-01-01|2018-03-31'],
  ['It rose in the last two months of 2018.', WED, 'last two months of 2018|2018-11-01|2018-12-31'],
  ['It rose in Q2 2018.', WED, 'Q2 2018|2018-04-01|2018-06-30'],
  ['It rose in the first quarter.', WED, 'first quarter|2019-01-01|2019-03-31'],
  ['It rose in the fourth quarter.', WED, 'fourth quarter|2018-10-01|2018-12-31'],
  ['It rose last quarter.', WED, 'last quarter|2019-01-01|2019-03-31'],
  ['It rose in the last two months of the year.', WED, 'last two months of the year|2019-11-01|2019-12-31'],
  ['It fell in the second week of March 2015.', WED, 'second week of March 2015|2015-03-08|2015-03-14'],
  ['It fell in the last week of April.', WED, 'last week of April|2019-04-24|2019-04-30'],
  ['It fell in the first half of last month.', WED, 'first half of last month|2019-04-01|2019-04-15'],
  ['He won the third quarter of the match.', WED],
  ['They live in the second quarter.', WED, 'second quarter|2019-04-01|2019-06-30'],
  ['They will leave/VB by the end of the month.', WED, 'end of the month|2019-05-21|2019-05-31'],
  ['It rose at the start of the year.', WED, 'start of the year|2019-01-01|2019-03-31'],
  ['He won the first half.', WED],
  ['It was the end of the road.', WED],
];

const RANGES: readonly Row[] = [
  ['They met between 5 and 9 May.', '2019-05-15', '5 and 9 May|2019-05-05|2019-05-09'],
  ['They met between 5 and 9 May 2016.', WED, '5 and 9 May 2016|2016-05-05|2016-05-09'],
  ['They met May 5-9 in Geneva.', WED, 'May 5-9|2019-05-05|2019-05-09'],
  ['They met on May 5-9, 2016, in Geneva.', WED, 'May 5-9, 2016|2016-05-05|2016-05-09'],
  ['He was held from late June to early August 2012.', WED, 'late June to early August 2012|2012-06-21|2012-08-10'],
  ['He was held from late December to early May 2012.', WED, 'late December to early May 2012|2011-12-21|2012-05-10'],
  [
    'He ruled from the autumn of 2001 to the spring of 2003.',
    WED,
    'autumn of 2001 to the spring of 2003|2001-09-01|2003-05-31',
  ],
  ['They met from March 30 to April 2, 2014.', WED, 'March 30 to April 2, 2014|2014-03-30|2014-04-02'],
  ['They met from 30 March to 2 April 2014.', WED, '30 March to 2 April 2014|2014-03-30|2014-04-02'],
  ['He was held from March to June 2012.', WED, 'March to June 2012|2012-03-01|2012-06-30'],
  ['He was held between November and January 2012.', WED, 'November and January 2012|2011-11-01|2012-01-31'],
  ['He was held from June 2010 to May 2012.', WED, 'June 2010 to May 2012|2010-06-01|2012-05-31'],
  ['He ruled from 1992 to 1996.', WED, '1992 to 1996|1992-01-01|1996-12-31'],
  ['He ruled between 1992 and 1996.', WED, '1992 and 1996|1992-01-01|1996-12-31'],
  ['The war of 1980-88 ended.', WED, '1980-88|1980-01-01|1988-12-31'],
  ['The war (1980–1988) ended.', WED, '1980–1988|1980-01-01|1988-12-31'],
  ['Shops were shut from Monday to Tuesday.', WED, 'Monday to Tuesday|2019-05-13|2019-05-14'],
  ['It lasted from 5 May until 9 May.', WED, '5 May until 9 May|2019-05-05|2019-05-09'],
];

const WEEKDAYS: readonly Row[] = [
  ['Gunmen attacked a post on Friday.', WED, 'Friday|2019-05-10|2019-05-10'],
  ['Gunmen attacked a post Tuesday.', WED, 'Tuesday|2019-05-14|2019-05-14'],
  ['Gunmen attacked a post on Wednesday.', WED, 'Wednesday|2019-05-15|2019-05-15'],
  ['Gunmen attacked a post last Friday.', WED, 'last Friday|2019-05-10|2019-05-10'],
  ['Gunmen attacked a post last Wednesday.', WED, 'last Wednesday|2019-05-08|2019-05-08'],
  ['The envoys will meet/VB on Friday.', WED, 'Friday|2019-05-17|2019-05-17'],
  ['The envoys will meet/VB next Monday.', WED, 'next Monday|2019-05-20|2019-05-20'],
  ['The envoys plan/VBP to meet/VB on Friday.', WED, 'Friday|2019-05-17|2019-05-17'],
  ['Talks are due on Friday.', WED, 'Friday|2019-05-17|2019-05-17'],
  ['A hearing scheduled/VBN for Monday was called off.', WED, 'Monday|2019-05-20|2019-05-20'],
  ['The envoy said on Monday that he would fly/VB home.', WED, 'Monday|2019-05-13|2019-05-13'],
  ['The envoy said he would fly/VB home on Monday.', WED, 'Monday|2019-05-20|2019-05-20'],
  ['On Friday, envoys will meet/VB again.', WED, 'Friday|2019-05-17|2019-05-17'],
  ['On Friday, envoys met again.', WED, 'Friday|2019-05-10|2019-05-10'],
  ['Rebels shelled the town on Thursday afternoon.', WED, 'Thursday afternoon|2019-05-09|2019-05-09'],
  ['Rebels shelled the town Sunday night.', WED, 'Sunday night|2019-05-12|2019-05-12'],
  ["Friday's blast killed nine.", WED, 'Friday|2019-05-10|2019-05-10'],
  ['Officials Sunday denied it.', WED, 'Sunday|2019-05-12|2019-05-12'],
  ['It was closed since Saturday.', WED, 'Saturday|2019-05-11|-'],
  ['It happened on Tuesday of last week.', WED, 'Tuesday of last week|2019-05-07|2019-05-07'],
  ['He refused to meet/VB them on Friday.', WED, 'Friday|2019-05-10|2019-05-10'],
  ['Parliament votes/VBZ on Friday.', WED, 'Friday|2019-05-17|2019-05-17'],
  ['They were told to leave/VB by Friday.', WED, 'Friday|2019-05-17|2019-05-17'],
  ['The prisoner is to be/VB freed/VBN on Friday.', WED, 'Friday|2019-05-17|2019-05-17'],
  ['He lost his Sunday Times and went on Friday.', WED, 'Friday|2019-05-10|2019-05-10'],
  ['The prisoner was to be freed on Friday, but guards had lost him.', WED, 'Friday|2019-05-10|2019-05-10'],
  ['Police arrested him this past Monday.', WED, 'this past Monday|2019-05-13|2019-05-13'],
  ['Gunmen attacked on Friday.', null, 'Friday|-|-'],
];

const DAYS: readonly Row[] = [
  ['Shells fell on Feb. 19 near the post.', WED, 'Feb. 19|2019-02-19|2019-02-19'],
  ['Shells fell on 19 February near the post.', WED, '19 February|2019-02-19|2019-02-19'],
  ['Shells fell on Dec. 19 near the post.', WED, 'Dec. 19|2018-12-19|2018-12-19'],
  ['Shells fell on Sunday, May 12, near the post.', WED, 'Sunday, May 12|2019-05-12|2019-05-12'],
  ['Shells fell on Sun., May 12, near the post.', WED, 'Sun., May 12|2019-05-12|2019-05-12'],
  ['Elections will be held/VBN on June 2.', WED, 'June 2|2019-06-02|2019-06-02'],
  ['Elections will be held/VBN on January 20.', WED, 'January 20|2020-01-20|2020-01-20'],
  ['The June 2 vote looms/VBZ.', WED, 'June 2|2019-06-02|2019-06-02'],
  ['He died on March 5 last year.', WED, 'March 5 last year|2018-03-05|2018-03-05'],
  ['It met on the 19th of February.', WED, '19th of February|2019-02-19|2019-02-19'],
  ['It fell on the 12th.', WED, 'the 12th|2019-05-12|2019-05-12'],
  ['It fell on the 20th.', WED, 'the 20th|2019-04-20|2019-04-20'],
  ['They will meet/VB on the 20th.', WED, 'the 20th|2019-05-20|2019-05-20'],
  ['He lives on the 20th floor.', WED],
  ['He left on the eve of April 9.', WED, 'eve of April 9|2019-04-08|2019-04-08'],
  ['He left on the eve of the vote.', WED],
  ['The army struck overnight.', WED, 'overnight|2019-05-14|2019-05-15'],
  ['The army struck overnight Friday.', WED, 'Friday|2019-05-10|2019-05-10'],
  ['It was calm on Feb. 19.', null, 'Feb. 19|-|-'],
  ['The army struck yesterday.', WED, 'yesterday|2019-05-14|2019-05-14'],
  ['Yesterday evening the army struck.', WED, 'Yesterday evening|2019-05-14|2019-05-14'],
  ['The army struck today.', WED, 'today|2019-05-15|2019-05-15'],
  ['Today the army struck.', WED, 'Today|2019-05-15|2019-05-15'],
  ['He will speak/VB tonight.', WED, 'tonight|2019-05-15|2019-05-15'],
  ['He will speak/VB tomorrow.', WED, 'tomorrow|2019-05-16|2019-05-16'],
  ['He will speak/VB the day after tomorrow.', WED, 'the day after tomorrow|2019-05-17|2019-05-17'],
  ['He spoke/VBD the day before yesterday.', WED, 'the day before yesterday|2019-05-13|2019-05-13'],
  ['The army struck last night.', WED, 'last night|2019-05-14|2019-05-14'],
  ['The army struck this morning.', WED, 'this morning|2019-05-15|2019-05-15'],
  ['"We leave/VBP today," he said.', WED, 'today|2019-05-15|2019-05-15'],
  ['The army struck three days ago.', WED, 'three days ago|2019-05-12|2019-05-12'],
  ['The army struck a couple of days ago.', WED, 'a couple of days ago|2019-05-13|2019-05-13'],
  ['The army struck 48 hours ago.', WED, '48 hours ago|2019-05-13|2019-05-13'],
];

const PERIODS: readonly Row[] = [
  ['It began last week.', WED, 'last week|2019-05-08|2019-05-15'],
  ['It will begin/VB next week.', WED, 'next week|2019-05-15|2019-05-22'],
  ['It began this week.', WED, 'this week|2019-05-13|2019-05-19'],
  ['It began earlier this week.', WED, 'earlier this week|2019-05-13|2019-05-15'],
  ['It will begin/VB later this week.', WED, 'later this week|2019-05-15|2019-05-19'],
  ['It began last month.', WED, 'last month|2019-04-01|2019-04-30'],
  ['It began this month.', WED, 'this month|2019-05-01|2019-05-31'],
  ['It began earlier this month.', WED, 'earlier this month|2019-05-01|2019-05-15'],
  ['It began late last month.', WED, 'late last month|2019-04-21|2019-04-30'],
  ['It will begin/VB next month.', WED, 'next month|2019-06-01|2019-06-30'],
  ['It began last year.', WED, 'last year|2018-01-01|2018-12-31'],
  ['It began late last year.', WED, 'late last year|2018-09-01|2018-12-31'],
  ['It began earlier this year.', WED, 'earlier this year|2019-01-01|2019-05-15'],
  ['It will end by the end of this year.', WED, 'end of this year|2019-10-01|2019-12-31'],
  ['It began last month.', '2019-01-10', 'last month|2018-12-01|2018-12-31'],
  ['It will begin/VB next month.', '2019-12-10', 'next month|2020-01-01|2020-01-31'],
  ['Clashes continued over the weekend.', WED, 'weekend|2019-05-11|2019-05-12'],
  ['It was shut since the weekend.', WED, 'weekend|2019-05-11|-'],
  ['It fell at the start of last year.', WED, 'start of last year|2018-01-01|2018-03-31'],
  ['It fell earlier in the month.', WED, 'earlier in the month|2019-05-01|2019-05-15'],
  ['It fell in the last days of April.', WED, 'last days of April|2019-04-26|2019-04-30'],
  ['Clashes continued last weekend.', WED, 'last weekend|2019-05-11|2019-05-12'],
  ['Talks were planned for January.', WED, 'January|2020-01-01|2020-01-31'],
  ['Talks were held in January.', WED, 'January|2019-01-01|2019-01-31'],
  ['Talks were held in November.', WED, 'November|2018-11-01|2018-11-30'],
  ['Talks will be held in November.', WED, 'November|2019-11-01|2019-11-30'],
  ['Talks were held last January.', WED, 'last January|2019-01-01|2019-01-31'],
  ['Talks were held in early March.', WED, 'early March|2019-03-01|2019-03-10'],
  ['Talks were held in March.', WED, 'March|2019-03-01|2019-03-31'],
  ['Talks were held in May.', WED, 'May|2019-05-01|2019-05-31'],
  ['Talks were held in June last year.', WED, 'June last year|2018-06-01|2018-06-30'],
  ['They clashed last spring.', '2018-11-20', 'last spring|2018-03-01|2018-05-31'],
  ['They clashed last winter.', WED, 'last winter|2018-12-01|2019-02-28'],
  ['They will return/VB next summer.', WED, 'next summer|2019-06-01|2019-08-31'],
  ['They clashed in the spring.', WED, 'spring|2019-03-01|2019-05-31'],
  ['It began a decade ago.', '2017-02-10', 'a decade ago|2006-01-01|2007-12-31'],
  ['It began five years ago.', WED, 'five years ago|2014-01-01|2014-12-31'],
  ['It began two months ago.', WED, 'two months ago|2019-03-01|2019-03-31'],
  ['It began a week ago.', WED, 'a week ago|2019-05-05|2019-05-11'],
  ['It began six months ago.', '2019-03-31', 'six months ago|2018-09-01|2018-09-30'],
  ['It began a century ago.', WED, 'a century ago|1918-01-01|1919-12-31'],
  ['It began four years back.', WED, 'four years back|2015-01-01|2015-12-31'],
  ['Four years back in the army he led them.', WED],
  ['It rose so far this month.', WED, 'so far this month|2019-05-01|2019-05-15'],
  ['It rose in the past few weeks.', WED, 'past few weeks|2019-04-10|2019-05-15'],
  ['It rose in recent days.', WED, 'recent days|2019-05-10|2019-05-15'],
  ['It fell in the last fiscal year.', WED, 'last fiscal year|2018-01-01|2018-12-31'],
  ['It will end/VB at the end of next year.', WED, 'end of next year|2020-10-01|2020-12-31'],
  ['It will end/VB in three weeks.', WED, 'in three weeks|2019-06-05|2019-06-05'],
  ['It fell/VBD in three weeks.', WED],
  ['It rose for the past six months.', WED, 'past six months|2018-11-15|2019-05-15'],
  ['It rose over the last 24 hours.', WED, 'last 24 hours|2019-05-14|2019-05-15'],
  ['It rose in the last three days.', WED, 'last three days|2019-05-12|2019-05-15'],
  ['It rose in the past week.', WED, 'the past week|2019-05-08|2019-05-15'],
  ['It will fall/VB in the next two weeks.', WED, 'next two weeks|2019-05-15|2019-05-29'],
  ['He gave them within 72 hours to go.', WED, 'within 72 hours|2019-05-15|2019-05-18'],
  ['It will end/VB in three weeks’ time.', WED, 'in three weeks’ time|2019-06-05|2019-06-05'],
  ['It began last week.', null, 'last week|-|-'],
];

const ANCHORED: readonly Row[] = [
  [
    'The war began in 2011. Three years later it spread.',
    WED,
    '2011|2011-01-01|2011-12-31',
    'Three years later|2014-01-01|2014-12-31',
  ],
  [
    'He left on 5 March 2016 and returned two days later.',
    WED,
    '5 March 2016|2016-03-05|2016-03-05',
    'two days later|2016-03-07|2016-03-07',
  ],
  [
    'He was shot on Monday. Two days earlier he had warned them.',
    WED,
    'Monday|2019-05-13|2019-05-13',
    'Two days earlier|2019-05-11|2019-05-11',
  ],
  [
    'He was shot on Monday. The previous day he had warned them.',
    WED,
    'Monday|2019-05-13|2019-05-13',
    'The previous day|2019-05-12|2019-05-12',
  ],
  [
    'He was shot on Monday. The same day a bomb went off.',
    WED,
    'Monday|2019-05-13|2019-05-13',
    'The same day|2019-05-13|2019-05-13',
  ],
  [
    'He was shot on Monday. The next day a bomb went off.',
    WED,
    'Monday|2019-05-13|2019-05-13',
    'The next day|2019-05-14|2019-05-14',
  ],
  [
    'He was shot on Monday, and a bomb went off the day before.',
    WED,
    'Monday|2019-05-13|2019-05-13',
    'the day before|2019-05-12|2019-05-12',
  ],
  [
    'He left in June 2010 and returned the following month.',
    WED,
    'June 2010|2010-06-01|2010-06-30',
    'the following month|2010-07-01|2010-07-31',
  ],
  [
    'He left in 2010 and returned the following year.',
    WED,
    '2010|2010-01-01|2010-12-31',
    'the following year|2011-01-01|2011-12-31',
  ],
  [
    'It fell in 2004. In June of that year he left.',
    WED,
    '2004|2004-01-01|2004-12-31',
    'June of that year|2004-06-01|2004-06-30',
  ],
  [
    'It fell in June 2004 and again on 9 July that year.',
    WED,
    'June 2004|2004-06-01|2004-06-30',
    '9 July that year|2004-07-09|2004-07-09',
  ],
  ['It fell in 2004. Late that year he left.', WED, '2004|2004-01-01|2004-12-31', 'Late that year|2004-09-01|2004-12-31'],
  [
    'He was shot on Monday and died the next morning.',
    WED,
    'Monday|2019-05-13|2019-05-13',
    'the next morning|2019-05-14|2019-05-14',
  ],
  ['A day earlier, the army had struck.', WED, 'A day earlier|2019-05-14|2019-05-14'],
  ['In 2003 and 2009 it was bombed.', WED, '2003|2003-01-01|2003-12-31', '2009|2009-01-01|2009-12-31'],
  ['On Monday and Tuesday it was bombed.', WED, 'Monday|2019-05-13|2019-05-13', 'Tuesday|2019-05-14|2019-05-14'],
];

const NOT_DATES: readonly string[] = [
  'Thousands/NNS march/VBP against the war.',
  'They march/VB to the capital.',
  'It may/MD rain.',
  'May/MD they rest.',
  'The sun rose over the hills.',
  'The Sun was shining.',
  'Some 2014 troops/NNS were sent.',
  'The court cited Resolution 1973 again.',
  'Convoys used Highway 2014 again.',
  'About 2000 people fled.',
  'He paid $2015 for it.',
  'Shares rose 2010% again.',
  'An overnight raid failed.',
  'Theresa May was there.',
  'April Adams was there.',
  'The ultimatum lasted 48 hours.',
  'The 16-year war went on.',
  'A two-week truce held.',
  'In recent years violence rose.',
  'It had been years.',
  'The Prague Spring was crushed.',
  'Troops spring/VB a trap.',
  'The fall of the city shocked many.',
  'Prices fall/VBP quickly.',
  'It was in second place.',
  'He read USA Today again.',
  'He lived in 1012 houses/NNS.',
  'He arrived at 10:30 a.m. and left.',
  'The score was 3-1 again.',
  'The number was 5/7 again.',
  'A springboard was used.',
  'They fought for three years.',
  'Three days of talks failed.',
  'He had a decade of experience.',
  'Bloody Sunday was remembered.',
  'They meet/VBP every Friday here.',
  'The March brothers were there.',
  'An august body decided it.',
  'His last year in office was bad.',
  'There were 1,914 cases.',
  'Marches were banned.',
  'A survey of 1709 pupils failed.',
  'He spent the last three months of his life there.',
];

describe.each([
  ['absolute', ABSOLUTE],
  ['parts of years', PARTS],
  ['ranges', RANGES],
  ['weekdays', WEEKDAYS],
  ['days', DAYS],
  ['periods', PERIODS],
  ['anchored', ANCHORED],
] as const)('%s', (_name, rows) => {
  test.each(rows.map(([text, published, ...dates]) => ({ text, published, dates })))(
    '$text ($published)',
    ({ text, published, dates }) => {
      expect(datesOf(text, published)).toEqual(dates);
    },
  );
});

describe('not dates', () => {
  test.each(NOT_DATES)('%s', (text) => {
    expect(datesOf(text, WED)).toEqual([]);
  });
});

describe('named days', () => {
  const holidays = loadHolidays(
    new Map([
      ['dates/holidays.tsv', "name\tmonth\tday\tyear\nchristmas\t12\t25\t\nfall day\t11\t9\t1989\nnew year's eve\t12\t31\t\n"],
    ]),
  );
  test.each([
    ['It fell on New Year’s Eve.', ['New Year’s Eve|2018-12-31|2018-12-31']],
    ["It fell on New Year's Eve, 2014.", ["New Year's Eve, 2014|2014-12-31|2014-12-31"]],
    ['They will meet/VB before Christmas.', ['Christmas|2019-12-25|2019-12-25']],
    ['It opened on Fall Day.', ['Fall Day|1989-11-09|1989-11-09']],
    ['They sent Christmas cards/NNS.', []],
    ['They went in new clothes.', []],
    ['He saw them fall day by day.', []],
  ])('%s', (text, dates) => {
    const doc = taggedText(text, { published: WED });
    const found = resolveDates(doc, holidays);
    expect(
      found.map(({ span, start, end }) => `${text.replace(/\/[A-Z]+/g, '').slice(span.start, span.end)}|${start}|${end}`),
    ).toEqual(dates);
  });

  test('a day that does not exist stops the start', () => {
    const files = new Map([['dates/holidays.tsv', 'name\tmonth\tday\tyear\nleap eve\t2\t30\t\n']]);
    expect(() => loadHolidays(files)).toThrow('dates/holidays.tsv:2');
  });
});

test('basis, granularity and rule are given', () => {
  const [first, second] = resolveDates(taggedText('It fell in 2014 and again last week.', { published: WED }));
  expect(first).toMatchObject({ basis: 'stated', granularity: 'year', rule: 'dates/year' });
  expect(second).toMatchObject({ basis: 'inferred', granularity: 'week', rule: 'dates/relative-period' });
});

test('a word of an earlier sentence does not complete a date', () => {
  expect(datesOf('They talked of May/NNP.\n5 people died.', WED)).toEqual(['May|2019-05-01|2019-05-31']);
});
