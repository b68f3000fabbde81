#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes dashboards anew from the records as received and compares them to 1e-9: check.py DASHBOARDJSON.

The records are made here, hostile ones among them. A few random filters; 200 where GAUGE_SOAK is set. With
GAUGE_POSTGRES the lake is there. Formulas: service.md, "Figures analysts expect"."""
import datetime
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile

TODAY = datetime.date(2026, 1, 1)
SINCE = '2025-12-30 12:00:00'  # 48 hours before the program's clock
NEVER = '9999-12-31'
DRIVERS = ['Price', 'Support', 'Größe / Gewicht', 'Stock "A"', 'Delivery']
INNER = ['List', 'Rebate', 'Phone', 'Mail, post']


# --- records

def when(r):
    day = datetime.date(2024, 12, 1) + datetime.timedelta(days=r.randrange(397))
    good = f'{day} {r.randrange(24):02}:{r.randrange(60):02}:{r.randrange(60):02}'
    return r.choice([good] * 20 + [str(day), None, '', 'soon', '2025-13-40 00:00:00', '0000-00-00 00:00:00'])


def drivers(r):
    entry = [{'primary': r.choice(DRIVERS), 'secondary': r.sample(INNER, r.randrange(3))} for _ in range(r.randrange(4))]
    odd = [[], None, 'none', [None], [{'primary': None}], [{'label': 'Price'}, {'label': 'Stock "A"'}],
           ['Support', 7, {'primary': 'Price', 'secondary': 'List'}], [{'primary': 'Price', 'secondary': [None, 1, 'List']}]]
    return entry if r.randrange(5) else r.choice(odd)


def tags(r):
    words = ['positive', 'neutral', 'mixed', 'negative', 'furious', None]
    entry = [{'label': r.choice(DRIVERS), 'type': r.choice(['topic', 'tag']), 'sentiment': r.choice(words)}
             for _ in range(r.randrange(4))]
    return entry if r.randrange(6) else r.choice([[], None, {}, [{'type': 'topic'}], ['VIP', {'label': 'VIP'}]])


def questions(r, score):
    scale = [str(1 + (score if isinstance(score, int) and 0 <= score <= 10 else 5) // 3 + r.randrange(2)), '4', 'n/a', '', None]
    return [{'title': 'How easy?', 'answer': r.choice(scale)}, {'title': 'Why?', 'answer': r.choice(['', f'text {r.randrange(900)}', '12.5'])},
            {'title': 'Quote?', 'answer': r.choice(['Yes', 'No', ''])}][:r.randrange(4)]


def made(r, number, answered):
    score = r.choice([r.randrange(11)] * 12 + [None, 11, -1, 8.5, 'ten', 9.0, 10 ** 30, ''])
    record = {'number_customergauge': number, 'language': r.choice(['nl', 'de', 'en', '', None]),
              'account': {'name': r.choice([f'Account {r.randrange(60)}', 'Müller "&" Sons', '', None])},
              'date_sent': when(r),
              'properties': [{'field': 'Country', 'reference': r.choice(['NL', 'DE', 'BE', 'LU', '', None])}]}
    if answered:
        record.update({'nps': score, 'date_survey_response': when(r), 'tags': tags(r), 'questions': questions(r, score),
                       r.choice(['selected_drivers'] * 5 + ['drivers']): drivers(r),
                       'follow_up': {'requested': r.choice([True, False])}})
        if r.randrange(40) == 0:
            del record['nps']
    return record


def case(r, number):
    followed = r.choice([None, 2])
    return {'number_customergauge': number, 'time_to_follow_up': followed, 'time_to_close': r.choice([None, 30]) if followed else None}


# --- figures

def score_of(record):
    score = record.get('nps')
    if isinstance(score, bool) or not isinstance(score, (int, float)) or score != int(score) or not 0 <= score <= 10:
        return None
    return int(score)


def counts(records):
    scores = [score_of(x) for x in records]
    return (sum(s is not None and s >= 9 for s in scores), sum(s in (7, 8) for s in scores),
            sum(s is not None and s <= 6 for s in scores))


def estimate(p, n, d):
    total = p + n + d
    mean = (p - d) / total
    return 100 * mean, 100 * math.sqrt(max(0, (p + d) / total - mean * mean) / total)


def adjusted(c):
    return estimate(c[0] + 0.75, c[1] + 1.5, c[2] + 0.75)


def figure(records):
    c = counts(records)
    result = {'promoters': c[0], 'passives': c[1], 'detractors': c[2], 'records': len(records),
              'of_all': 100 * (c[0] - c[2]) / len(records) if records else None}
    if sum(c):
        result['nps'], result['error'] = estimate(*c)
        middle, error = adjusted(c)
        result['low'] = max(-100, middle - 1.959964 * error)
        result['high'] = min(100, middle + 1.959964 * error)
    return result


def compared(one, other):
    a, b = counts(one), counts(other)
    if not sum(a) or not sum(b):
        return None
    (first, e1), (second, e2) = adjusted(a), adjusted(b)
    error = math.sqrt(e1 * e1 + e2 * e2)
    z = abs(first - second) / error
    return {'delta': first - second, 'error': error, 'z': z, 'p': math.erfc(z / math.sqrt(2))}


def date_of(text):
    try:
        return datetime.date.fromisoformat((text or '')[:10])
    except ValueError:
        return None


def period_of(text, by):
    day = date_of(text)
    if day is None:
        return None
    if by == 'week':
        year, week, _ = day.isocalendar()
        return f'{year:04}-W{week:02}'
    return f'{day.year:04}-Q{(day.month + 2) // 3}' if by == 'quarter' else f'{day.year:04}-{day.month:02}'


def invited(answered, unanswered):
    def young(records):
        return sum(SINCE < (x.get('date_sent') or '') < NEVER for x in records)

    def rate(a, u):
        return a / (a + u) if a + u else None

    a, u, ya, yu = len(answered), len(unanswered), young(answered), young(unanswered)
    return {'answered': a, 'unanswered': u, 'young_answered': ya, 'young_unanswered': yu,
            'rate': rate(a, u), 'settled_rate': rate(a - ya, u - yu)}


def chosen(record):
    """Primary drivers with their secondaries."""
    result = {}
    value = record.get('selected_drivers', record.get('drivers'))
    for entry in value if isinstance(value, list) else []:
        name, inner = None, None
        if isinstance(entry, str):
            name = entry
        elif isinstance(entry, dict):
            name = next((entry[k] for k in ('primary', 'label') if isinstance(entry.get(k), str) and entry[k]), None)
            inner = entry.get('secondary')
        if not name:
            continue
        found = result.setdefault(name, [])
        for text in [inner] if isinstance(inner, str) else inner if isinstance(inner, list) else []:
            if isinstance(text, str) and text and text not in found:
                found.append(text)
    return result


def driver_figures(records):
    scored = sum(counts(records))
    shares, members = {}, {}

    def add(key, record, share):
        score = score_of(record)
        weight = 0 if score is None else 1 if score >= 9 else 0 if score >= 7 else -1
        shares[key] = shares.get(key, 0) + weight * share
        members.setdefault(key, []).append(record)

    for record in records:
        choices = chosen(record)
        if not choices:
            add(('',), record, 1)
        for name, inner in choices.items():
            add((name,), record, 1 / len(choices))
            for text in inner or ['']:
                add((name, text), record, 1 / len(choices) / len(inner or ['']))
    return {key: {'contribution': 100 * shares[key] / scored if scored else 0, 'figure': figure(members[key])} for key in shares}


def tag_figures(records):
    result, members = {}, {}
    for record in records:
        value, seen = record.get('tags'), {}
        for entry in value if isinstance(value, list) else []:
            if isinstance(entry, str):
                entry = {'label': entry}
            if not isinstance(entry, dict) or not isinstance(entry.get('label'), str) or not entry['label']:
                continue
            key = (entry['label'], entry.get('type') if isinstance(entry.get('type'), str) else '')
            word = entry.get('sentiment')
            seen.setdefault(key, set()).add(word if word in ('positive', 'neutral', 'mixed', 'negative') else 'plain')
        for key, words in seen.items():
            told = result.setdefault(key, dict.fromkeys(('positive', 'neutral', 'mixed', 'negative', 'plain'), 0))
            for word in words:
                told[word] += 1
            members.setdefault(key, []).append(record)
    for key, told in result.items():
        told['figure'] = figure(members[key])
    return result


def number_in(text):
    try:
        return float(text) if text[0].isdigit() and text[-1].isdigit() else None
    except ValueError:
        return None


def question_figures(records):
    answers = {}
    for record in records:
        for entry in record.get('questions') or []:
            if entry['answer']:
                answers.setdefault(entry['title'], []).append((entry['answer'], record))
    result = {}
    for title, given in answers.items():
        numbers = [number_in(text) for text, _ in given if number_in(text) is not None]
        pairs = [(number_in(text), score_of(x)) for text, x in given if number_in(text) is not None and score_of(x) is not None]
        mean = math.fsum(numbers) / len(numbers) if numbers else None
        spread = math.fsum((x - mean) ** 2 for x in numbers) if numbers else 0
        told = {'answered': len(given), 'numbers': len(numbers), 'mean': mean, 'pairs': len(pairs),
                'deviation': math.sqrt(spread / (len(numbers) - 1)) if len(numbers) > 1 else None, 'correlation': None}
        if len(pairs) > 2:
            mx, my = (math.fsum(p[i] for p in pairs) / len(pairs) for i in (0, 1))
            sx, sy = math.fsum((x - mx) ** 2 for x, _ in pairs), math.fsum((y - my) ** 2 for _, y in pairs)
            if sx > 1e-12 and sy > 1e-12:
                told['correlation'] = math.fsum((x - mx) * (y - my) for x, y in pairs) / math.sqrt(sx * sy)
        texts = {text for text, _ in given}
        told['free'] = len(texts) > 50
        told['answers'] = {} if told['free'] else {t: figure([x for text, x in given if text == t]) for t in texts}
        result[title] = told
    return result


def country(record):
    return next((p['reference'] for p in record['properties'] if p['field'] == 'Country'), None) or None


def language(record):
    return record['language'] or None


def split(records, key):
    groups = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return groups


# --- the comparison

class Check:
    def __init__(self, where):
        self.where = where

    def same(self, name, ours, theirs):
        if isinstance(theirs, dict):
            if set(ours) != set(theirs):
                self.fail(name, sorted(ours, key=str), sorted(theirs, key=str))
            for key in theirs:
                self.same(f'{name}.{key}', ours[key], theirs[key])
        elif isinstance(theirs, (int, float)) and isinstance(ours, (int, float)):
            if not abs(ours - theirs) <= 1e-9 * max(1, abs(theirs)):
                self.fail(name, ours, theirs)
        elif ours != theirs:
            self.fail(name, ours, theirs)

    def fail(self, name, ours, theirs):
        sys.exit(f'{self.where}: {name}\n  computed here: {ours}\n  dashboard:     {theirs}')


def account_figures(told, plan, spans, read):
    """Checks the lists of accounts; \\a read: all responses within both spans."""
    recent, earlier, in_range, last_day = spans

    def open_detractors(records):
        return [x for x in in_range(records) if score_of(x) is not None and score_of(x) <= 6]

    expected = {'falling': set(), 'unattended': set(), 'silent': set()}
    check, accounts = plan['check'], split(read, lambda x: x['account']['name'] or None)
    shown = {kind: {x['name']: x for x in told[kind]} for kind in expected}
    for name, records in accounts.items():
        if name is None:
            continue
        change = compared(recent(records), earlier(records))
        cases = [plan['cases'].get(x['number_customergauge']) for x in open_detractors(records)]
        days = [date_of(x.get('date_survey_response')) for x in records]
        last = max((d for d in days if d), default=None)
        one = {'without_case': cases.count(None),
               'waiting': sum(c is not None and c['time_to_follow_up'] is None for c in cases),
               'closed': sum(c is not None and c['time_to_close'] is not None for c in cases),
               'last': str(last) if last else '', 'silent_days': (last_day - last).days if last else 0,
               'asked': sum(x['follow_up']['requested'] for x in open_detractors(records)),
               'change': change, 'figure': figure(in_range(records)), 'recent': figure(recent(records)),
               'earlier': figure(earlier(records))}
        one['followed_up'] = len(cases) - one['without_case'] - one['waiting'] - one['closed']
        if change and change['delta'] < 0 and one['recent']['nps'] < one['earlier']['nps']:
            expected['falling'].add(name)
        if one['without_case'] + one['waiting']:
            expected['unattended'].add(name)
        if one['silent_days'] > 90:
            expected['silent'].add(name)
        for kind in expected:
            if name in shown[kind]:
                check.same(f'{kind} {name}', one, {k: v for k, v in shown[kind][name].items() if k != 'name'})
    for kind, names in expected.items():
        # Equal to the last digit, a change is a fall or none: the sign of nothing.
        check.same(kind, sorted(n for n in names), sorted(shown[kind]))


def verify(told, plan, answered, unanswered):
    check = plan['check'] = Check(json.dumps({k: plan[k] for k in plan if k not in ('cases', 'check')}))
    start, end = plan.get('start', ''), plan.get('end', '~')
    before = plan.get('before', '~')

    def within(records, field, a, b):
        return [x for x in records if 'start' not in plan or a <= (x.get(field) or '') < b]

    def in_range(records):
        return within(records, 'date_survey_response', start, end)

    def in_previous(records):
        return within(records, 'date_survey_response', before, start) if 'start' in plan else []

    records = in_range(answered)
    check.same('figure', figure(records), told['figure'])
    check.same('scores', {i: sum(score_of(x) == i for x in records) for i in range(11)}, dict(enumerate(told['scores'])))
    check.same('undated', figure([x for x in records if period_of(x.get('date_survey_response'), plan['period']) is None]), told['undated'])
    check.same('previous', figure(in_previous(answered)), told['previous'])
    check.same('change', compared(records, in_previous(answered)), told['change'])
    sent = [within(x, 'date_sent', start, end) for x in (answered, unanswered)]
    earlier_sent = [within(x, 'date_sent', before, start) for x in (answered, unanswered)]
    rated = not any(x in plan['filter'] for x in ('nps', 'date_survey_response'))
    check.same('invited', invited(*sent) if rated else None, told['invited'])
    check.same('previous_invited', invited(*earlier_sent) if rated and 'start' in plan else None, told['previous_invited'])

    by_period = split(records, lambda x: period_of(x.get('date_survey_response'), plan['period']))
    by_sent = [split(x, lambda x: period_of(x.get('date_sent'), plan['period'])) for x in sent]
    shown = {x['period']: x for x in told['trend']}
    check.same('periods', True, set(by_period) - {None} <= set(shown) and list(shown) == sorted(shown))
    for period, point in shown.items():
        check.same(f'trend {period}', figure(by_period.get(period, [])), point['figure'])
        check.same(f'rate {period}', invited(by_sent[0].get(period, []), by_sent[1].get(period, [])) if rated else None, point['invited'])

    flat = {}
    for driver in told['drivers']:
        flat[(driver['name'],)] = {k: driver[k] for k in ('contribution', 'figure')}
        for inner in driver['secondaries']:
            flat[(driver['name'], inner['name'])] = {k: inner[k] for k in ('contribution', 'figure')}
    check.same('drivers', driver_figures(records), flat)
    if 'nps' in told['figure']:
        check.same('sum of contributions', sum(x['contribution'] for x in told['drivers']), told['figure']['nps'])
    check.same('tags', tag_figures(records), {(x['name'], x['type']): {k: x[k] for k in x if k not in ('name', 'type')} for x in told['tags']})
    check.same('questions', question_figures(records), {
        x['title']: {**{k: x[k] for k in x if k not in ('title', 'answers')}, 'answers': {a['text']: a['figure'] for a in x['answers']}}
        for x in told['questions']})
    for key, segment in zip((language, country), told['segments']):
        groups = split(records, key)
        check.same('segment', {k: {'figure': figure(v), 'against_rest': compared(v, [x for x in records if key(x) != k])} for k, v in groups.items()},
                   {x['value']: {k: x[k] for k in ('figure', 'against_rest')} for x in segment})

    def cells(cross):
        width = len(cross['columns'])
        return {(row, column): cross['cells'][i * width + j] for i, row in enumerate(cross['rows'])
                for j, column in enumerate(cross['columns']) if cross['cells'][i * width + j]['records']}

    dated = [x for x in records if period_of(x.get('date_survey_response'), plan['period'])]
    check.same('country by period', {k: figure(v) for k, v in split(dated, lambda x: (country(x), period_of(x['date_survey_response'], plan['period']))).items()},
               cells(told['crosses'][0]))
    check.same('language by country', {k: figure(v) for k, v in split(records, lambda x: (language(x), country(x))).items()}, cells(told['crosses'][1]))

    if 'start' in plan:
        last_day = datetime.date.fromisoformat(end) - datetime.timedelta(days=1)
        spans = in_range, in_previous, in_range, last_day
        read = in_range(answered) + in_previous(answered)
    else:
        days = [str(TODAY + datetime.timedelta(days=1 - n)) for n in (0, 90, 180)]

        def between(a, b):
            return lambda records: [x for x in records if a <= (x.get('date_survey_response') or '') < b]

        spans = between(days[1], days[0]), between(days[2], days[1]), in_range, TODAY
        read = answered
    account_figures(told, plan, spans, read)


def random_filter(r):
    one = [lambda: f'language = {r.choice(["nl", "de", "en"])}', lambda: 'language is-empty',
           lambda: f'property.Country in {",".join(r.sample(["NL", "DE", "BE", "LU"], r.randrange(1, 4)))}',
           lambda: 'property.Country not-empty', lambda: f'nps >= {r.randrange(11)}', lambda: f'nps <= {r.randrange(11)}',
           lambda: f'account_name contains "{r.randrange(10)}"',
           lambda: f'date_sent >= 2025-{r.randrange(1, 13):02}-01', lambda: f'date_survey_response < 2025-{r.randrange(1, 13):02}-15',
           lambda: f'number_customergauge <= {r.randrange(1, 4000)}', lambda: 'date_sent in last 6 months']
    parts = [r.choice(one)() for _ in range(r.randrange(4))]
    return r.choice([' and ', ' or ']).join(parts)


def random_plan(r):
    plan = {'filter': random_filter(r), 'period': r.choice(['week', 'month', 'quarter'])}
    if r.randrange(2):
        month = r.randrange(2, 12)
        start, end = r.choice([(datetime.date(2025, month, 1), datetime.date(2025, month + 1, 1)),
                               (datetime.date(2025, month, 5), datetime.date(2025, month + 1, 9))])
        before = datetime.date(2025, month - 1, 1) if start.day == 1 else start - (end - start)
        plan.update(start=str(start), end=str(end), before=str(before))
    return plan


def main():
    program, soak = sys.argv[1], 'GAUGE_SOAK' in os.environ
    r = random.Random(6)
    size = 1500
    responses = [made(r, n, True) for n in range(1, size)]
    feeds = {'non-responses': [made(r, n, False) for n in range(size, 2 * size)], 'responses': responses,
             'close-loop': [case(r, n) for n in range(1, size) if r.randrange(3)]}
    with tempfile.TemporaryDirectory() as folder:
        lake = os.environ['GAUGE_POSTGRES'] + f'?schema=check_{os.getpid()}' if 'GAUGE_POSTGRES' in os.environ else folder + '/check.sqlite'
        for feed, records in feeds.items():
            page = pathlib.Path(folder, feed + '.json')
            page.write_text(json.dumps({'data': records, 'cursor': {'next': 1}}))
            subprocess.run([program, 'fill', lake, feed, page], check=True)
        found = 0
        for turn in range(200 if soak else 12):
            plan = random_plan(r) if turn else {'filter': '', 'period': 'month'}
            asked = pathlib.Path(folder, 'plan.json')
            asked.write_text(json.dumps(plan))
            subprocess.run([program, 'ask', lake, folder, asked], check=True)
            told = json.loads(pathlib.Path(folder, 'dashboard.json').read_text())
            answered, unanswered = ([json.loads(x) for x in pathlib.Path(folder, f + '.jsonl').read_text().splitlines()]
                                    for f in ('responses', 'non-responses'))
            plan['cases'] = {x['number_customergauge']: x for x in feeds['close-loop']}
            verify(told, plan, answered, unanswered)
            found += told['figure']['records']
            if not turn and len(answered) != len(responses):
                sys.exit('records are missing')
        print(f'{turn + 1} dashboards agree, over {found} records')


main()
