using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>What there are measures of: kinds with their first and last contact, and the values to filter by.</summary>
[Needs(Permission.ReadMeasures)]
public sealed record MeasuresExtent : IReading<MeasuresExtent.Finding>
{
    /// <param name="OwnTeamOnly">Of single people only those of one's own team are told.</param>
    public sealed record Finding(
        IReadOnlyDictionary<FactKind, Span> Kinds, IReadOnlyDictionary<Dimension, IReadOnlyList<Choice>> Choices, bool OwnTeamOnly)
    {
        /// <summary>Only invented contacts: pages then open on them, and say so.</summary>
        public bool OnlyDemo => Kinds.ContainsKey(FactKind.Demo) && !Slice.Performance.Any(Kinds.ContainsKey);

        /// <summary>The kinds a page shows when none are asked for.</summary>
        public IReadOnlyList<FactKind> UsualKinds => OnlyDemo ? [FactKind.Demo] : Slice.Performance;
    }

    public sealed record Span(DateTimeOffset First, DateTimeOffset Last);

    public sealed record Choice(string Key, string Label);

    internal sealed class Reader(KpiReader reader) : IAnswer<MeasuresExtent, Finding>
    {
        public Task<Outcome<Finding>> Answer(MeasuresExtent reading, ReadingContext context, CancellationToken stop) =>
            reader.OfOneMomentAsync(async moment => (Outcome<Finding>)await OfAsync(moment, stop), context);
    }

    /// <summary>What there is at a moment.</summary>
    internal static async Task<Finding> OfAsync(KpiMoment moment, CancellationToken stop)
    {
        var (image, labels) = (await moment.ImageAsync(ContactMeasures.Family, stop), await moment.LabelsAsync(stop));
        var seen = await SeenAsync(moment.Context, stop);
        return new Finding(
            image.Kinds.ToDictionary(pair => pair.Key, pair => new Span(At(pair.Value.First), At(pair.Value.Last))),
            ContactMeasures.Family.Key.ToDictionary(dimension => dimension, dimension => Choices(image.Names, labels, dimension, seen)),
            seen is not null);
    }

    // Whoever sees figures of some people only is offered no others.
    private static async Task<HashSet<string>?> SeenAsync(ReadingContext context, CancellationToken stop) => context.OfAllPeople()
        ? null
        : [.. (await context.Sees(context.Db.Set<PersonRow>()).Select(row => row.Id).ToListAsync(stop)).Select(id => id.ToString())];

    private static IReadOnlyList<Choice> Choices(Names names, Labels labels, Dimension dimension, HashSet<string>? seen) =>
        [.. names.Known(dimension)
            .Select(number => names.Text(dimension, number))
            .Where(key => seen is null || dimension != Dimension.Agent || seen.Contains(key))
            .Select(key => new Choice(key, labels.Of(dimension, key)))
            .OrderBy(choice => choice.Label, StringComparer.CurrentCultureIgnoreCase)];

    private static DateTimeOffset At(int quarter) => DateTimeOffset.FromUnixTimeSeconds(quarter * 900L);
}
