// What Stryker found of a module, in words a reader can go by: the score, and each change that no test noticed.
import { readFileSync } from 'node:fs';

const [report, module] = process.argv.slice(2);
const files = Object.entries(JSON.parse(readFileSync(report, 'utf8')).files);
const met = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 };
const lived = [];
for (const [file, { mutants, source }] of files) {
  const lines = source.split('\n');
  for (const mutant of mutants.filter(({ status }) => status in met)) {
    met[mutant.status]++;
    if (mutant.status === 'Survived' || mutant.status === 'NoCoverage') {
      const { start, end } = mutant.location;
      const was = lines.slice(start.line - 1, end.line).join('\n')
        .slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined).replace(/\s+/g, ' ');
      const place = file.slice(file.lastIndexOf(`Answerable.Model/`) + 'Answerable.Model/'.length);
      lived.push({ place, line: start.line, said: `${was.slice(0, 110)}  ->  ${mutant.replacement.replace(/\s+/g, ' ').slice(0, 110)}` });
    }
  }
}
lived.sort((a, b) => a.place.localeCompare(b.place) || a.line - b.line);
for (const { place, line, said } of lived)
  console.log(`${place}:${line}  ${said}`);
const killed = met.Killed + met.Timeout, all = killed + met.Survived + met.NoCoverage;
console.log(all === 0 ? `${module}: nothing to change` : `${module}: ${killed} of ${all} killed, ${(100 * killed / all).toFixed(1)} %`);
