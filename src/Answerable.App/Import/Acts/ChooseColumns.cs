using System.Text.Json;
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
    private const int MostWordsAsked = 40;

    internal sealed class Handler(ImportFolder folder) : IHandle<ChooseColumns, GenericMapping, Done>
    {
        public async Task<Outcome<GenericMapping>> Prepare(ChooseColumns act, ReadingContext context, CancellationToken stop)
        {
            // One that is not there is refused inside, with the words for it.
            var row = await context.Db.Set<ImportRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == act.Id, stop);
            return row is null ? act.Mapping
                : Settlement.Of(GenericCsv.Name, act.Mapping, folder.Of(row), stop).Then<GenericMapping>(settled =>
                    Unsaid(settled) is { } unsaid ? unsaid : settled.Mapping!);
        }

        public async Task<Outcome<Done>> Decide(ChooseColumns act, GenericMapping settled, ActContext context, CancellationToken stop)
        {
            var found = await ImportRows.FindAsync(context, act.Id, stop, ImportState.Mapping, ImportState.Ready,
                ImportState.NothingToImport, ImportState.Failed);
            if (!found.Allowed)
                return found.Refusals.ToList();
            ImportRows.StartOver(context, found.Value);
            found.Value.Mapping = JsonSerializer.Serialize(settled, JsonSerializerOptions.Web);
            found.Value.State = ImportState.Checking;
            return Done.It;
        }

        /// <summary>Words of the outcome column of which nobody said what they mean: they are asked back before a row is rejected for one.</summary>
        private static Refusal? Unsaid(Settlement.Settled settled)
        {
            var words = settled.Glance![settled.Mapping!.Columns.GetValueOrDefault("outcome")]?.Values
                .Where(word => settled.Mapping.Means(word.Key) is null && settled.Mapping.Means(Remark.Masked(word.Key)) is null).ToList() ?? [];
            return words.Count == 0 ? null
                : words.Count > MostWordsAsked
                    ? new Refusal("import.words-many", $"The outcome column holds {words.Count:N0} different words that are not known, such as "
                        + $"“{Remark.Masked(words[0].Key)}”: choose the column that says how a contact ended.", "outcome")
                : new Refusal("import.words-unsaid", "Say below what these words of the outcome column mean: "
                    + $"{string.Join(", ", words.Select(word => $"“{Remark.Masked(word.Key)}” ({word.Value.Count:N0})"))}.", "words");
        }
    }
}
