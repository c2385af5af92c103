using System.Globalization;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>Says for how long it is kept who looked at customers' data; what is older goes by itself.</summary>
/// <param name="Revision">Of the rules as they were looked at; null changes them whatever they are.</param>
[Needs(Permission.AdministerSystem)]
public sealed record ChangeLookRules(int? Days, long? Revision = null) : IAct<Done>
{
    public const int FewestDays = 30;
    public const int MostDays = 3650;

    internal sealed class Handler : IHandle<ChangeLookRules, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangeLookRules act, ActContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<LookRulesRow>().SingleAsync(stop);
            if (ChangedMeanwhile.Of(act.Revision, row.Revision) is { } overtaken)
                return overtaken;
            if (act.Days is not (>= FewestDays and <= MostDays))
                return new Refusal("looks.days",
                    string.Create(CultureInfo.InvariantCulture, $"Say how many days, from {FewestDays} to {MostDays}."), nameof(Days));
            (row.Days, row.Revision) = (act.Days.Value, row.Revision + 1);
            context.Happened(new LooksKeptFor(row.Days), CentreId.TheOne);
            return Done.It;
        }
    }
}
