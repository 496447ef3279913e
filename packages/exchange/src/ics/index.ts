export { writeIcs, type CalendarEntry } from './write-ics.ts';
