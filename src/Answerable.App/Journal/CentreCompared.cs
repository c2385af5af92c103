using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Storage;
using Answerable.Model.Centre;
using Answerable.Model.Demo;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>The centre's settings and opening hours, held against what was told when they were changed; of what nobody changed, the usual
/// holds.</summary>
internal sealed class CentreCompared : IComparison
{
    public string Of => "the centre's settings";

    public IReadOnlyList<Type> Looked => [typeof(CentreRow)];

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        var told = new SettingsTold();
        Type[] facts =
        [
            typeof(DemoBegun), typeof(CentreChanged), typeof(OpeningWeekChanged), typeof(OpeningWeekRemoved), typeof(SpecialDaySet),
            typeof(SpecialDayRemoved),
        ];
        await foreach (var (_, fact) in JournalTold.OfAsync(at.Db, facts).WithCancellation(stop))
            told.Hear(fact);
        if (await at.Db.Set<CentreRow>().AsNoTracking().SingleOrDefaultAsync(stop) is not { } row)
            yield return "The centre's settings are missing.";
        else
            foreach (var part in told.Differing(row))
                yield return $"The centre's {part}, which the journal does not tell.";
    }
}
