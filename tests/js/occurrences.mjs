// Prints what a JavaScript reader of iCalendar shows within a span of days, as JSON: [[uid, start], ...].
//
//   node occurrences.mjs ical.js|node-ical FILE FIRST LAST        (days, both included, in +07:00)
//
// A start is "YYYY-MM-DD" for a whole day and a UTC instant for an hour. Cancelled components are left out.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [reader, file, first, last] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const from = new Date(`${first}T00:00:00+07:00`);
const to = new Date(`${last}T23:59:59+07:00`);

const instant = (date) => date.toISOString().replace('.000Z', 'Z');
const shown = { 'ical.js': withIcalJs, 'node-ical': withNodeIcal }[reader]();
console.log(JSON.stringify(await shown));

async function withIcalJs() {
  const { default: ICAL } = await import('ical.js');
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const masters = new Map();
  const changed = [];
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component, { exceptions: [] });
    if (event.isRecurrenceException()) changed.push(event);
    else masters.set(event.uid, event);
  }
  for (const event of changed) masters.get(event.uid).relateException(event);
  const found = [];
  const keep = (event, start) => {
    if (event.component.getFirstPropertyValue('status') === 'CANCELLED') return;
    const at = start.isDate ? start.toString() : instant(start.toJSDate());
    const inside = start.isDate ? at >= first && at <= last : start.toJSDate() >= from && start.toJSDate() <= to;
    if (inside) found.push([event.uid, at]);
  };
  for (const event of masters.values()) {
    if (!event.isRecurring()) {
      keep(event, event.startDate);
      continue;
    }
    const days = event.iterator();
    for (let next = days.next(); next; next = days.next()) {
      const details = event.getOccurrenceDetails(next);
      keep(details.item, details.startDate);
    }
  }
  return found;
}

async function withNodeIcal() {
  const ical = createRequire(import.meta.url)('node-ical');
  const found = [];
  const local = (date) => new Date(date.getTime() + 7 * 3600e3).toISOString().slice(0, 10);
  // A day before and after, since whole days are told in the zone of this machine.
  const wide = { from: new Date(from.getTime() - 40 * 86400e3), to: new Date(to.getTime() + 40 * 86400e3) };
  for (const event of Object.values(ical.sync.parseICS(text))) {
    if (event.type !== 'VEVENT') continue;
    for (const instance of ical.expandRecurringEvent(event, wide)) {
      if (instance.event.status === 'CANCELLED') continue;
      // Of an occurrence moved to an hour in a series of whole days, isFullDay tells what the series is.
      const isDay = instance.event.datetype === 'date';
      const day = isDay ? wholeDay(instance.start) : local(instance.start);
      if (day < first || day > last) continue;
      found.push([event.uid, isDay ? day : instant(instance.start)]);
    }
  }
  return found;
}

function wholeDay(date) {
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
