using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Home;

/// <summary>What is still to do before a new centre is at work, for those who begin it; nothing once all of it is done.</summary>
[Needs(Permission.SignedIn)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record FirstHour : IReading<IReadOnlyList<FirstHour.Line>>
{
    /// <param name="By">Who may do it, where the one who looks may not.</param>
    public sealed record Line(string Words, string Why, string Url, bool Done, IReadOnlyList<Role> By)
    {
        public bool Open => By.Count == 0;
    }

    /// <summary>Those who can do more of it than take a contact.</summary>
    public static bool Concerns(Actor who) =>
        who.Person is not null && (who.May(Permission.AdministerSystem) || who.May(Permission.SetAuthority) || who.May(Permission.WriteProcedures));

    internal sealed class Reader(IEnumerable<IFirstStep> all) : IAnswer<FirstHour, IReadOnlyList<Line>>
    {
        public async Task<Outcome<IReadOnlyList<Line>>> Answer(FirstHour reading, ReadingContext context, CancellationToken stop)
        {
            var lines = new List<Line>();
            if (Concerns(context.Who))
                foreach (var step in all.OrderBy(step => step.Place))
                    lines.Add(new Line(step.Words, step.Why, step.Url, await step.DoneAsync(context, stop),
                        context.Who.May(step.By) ? [] : [.. Access.Holding(step.By)]));
            return lines.TrueForAll(line => line.Done) ? new List<Line>() : lines;
        }
    }
}
