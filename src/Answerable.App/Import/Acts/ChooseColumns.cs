using Answerable.App.Acts;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>Says which column of a table holds what; the file is then checked by it.</summary>
[Needs(Permission.ImportData)]
public sealed record ChooseColumns(ImportId Id, GenericMapping Mapping) : IAct<Done>
{
    private const int MostWordsAsked = 1000;
    private const int MostWordsNamed = 10;

    internal sealed class Handler(ImportFolder folder) : IHandle<ChooseColumns, GenericMapping, Done>
    {
        public async Task<Outcome<GenericMapping>> Prepare(ChooseColumns act, ReadingContext context, CancellationToken stop)
        {
            // One that is not there is refused inside, with the words for it.
            var row = await context.Db.Set<ImportRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == act.Id, stop);
            return row is null ? act.Mapping
                : Settlement.Of(GenericCsv.Name, act.Mapping, folder.Of(row), stop).Then<GenericMapping>(settled =>
                    Unsaid(settled) is { Count: > 0 } unsaid ? unsaid : settled.Mapping!);
        }

        public async Task<Outcome<Done>> Decide(ChooseColumns act, GenericMapping settled, ActContext context, CancellationToken stop)
        {
            var found = await ImportRows.FindAsync(context, act.Id, stop, ImportState.Mapping, ImportState.Ready,
                ImportState.NothingToImport, ImportState.Failed);
            if (!found.Allowed)
                return found.Refusals.ToList();
            ImportRows.StartOver(context, found.Value);
            found.Value.ReadBy(context.Db.Master, settled);
            found.Value.State = ImportState.Checking;
            return Done.It;
        }

        /// <summary>Words of which nobody said what they mean: they are asked back before a row is rejected for one.</summary>
        private static List<Refusal> Unsaid(Settlement.Settled settled) =>
            [.. Wording.All.Select(wording => Unsaid(wording, settled.Mapping!, settled.Glance!)).OfType<Refusal>()];

        private static Refusal? Unsaid(Wording wording, GenericMapping mapping, Glance glance)
        {
            var words = WordsSeen.Of(wording, mapping, glance, int.MaxValue)?.Words.Where(word => word.Means is null).ToList() ?? [];
            return words.Count == 0 ? null
                : words.Count > MostWordsAsked
                    ? new Refusal("import.words-many", $"The {wording.Field} column holds {words.Count:N0} different words that are not known, such "
                        + $"as “{words[0].Text}”: choose the column that says {wording.Says}.", wording.Field)
                : new Refusal("import.words-unsaid", $"Say below what these words of the {wording.Field} column mean: "
                    + string.Join(", ", words.Take(MostWordsNamed).Select(word => $"“{word.Text}” ({word.Count:N0})"))
                    + (words.Count > MostWordsNamed ? $" and {words.Count - MostWordsNamed:N0} more." : "."), $"words-{wording.Field}");
        }
    }
}
