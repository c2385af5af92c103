using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>The starter library, and what of it is the centre's own already.</summary>
[Needs(Permission.ReadProcedures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record Starters : IReading<IReadOnlyList<Starters.Line>>
{
    /// <param name="Adopted">The centre has a contact type of this code.</param>
    /// <param name="Limits">What a limit of authority is needed for before it can be published.</param>
    public sealed record Line(
        ContactType Type, IReadOnlyList<string> Steps, IReadOnlyList<string> Decisions, IReadOnlyList<string> Limits, bool Adopted);

    internal sealed class Reader : IAnswer<Starters, IReadOnlyList<Line>>
    {
        public async Task<Outcome<IReadOnlyList<Line>>> Answer(Starters reading, ReadingContext context, CancellationToken stop)
        {
            var known = await context.Db.Set<ContactTypeRow>().Select(row => row.Code).ToListAsync(stop);
            return StarterLibrary.All.Select(one => Of(one, known.Contains(one.Type.Code))).ToList();
        }

        private static Line Of(ProcedureDocument one, bool adopted)
        {
            var steps = one.Chart.Nodes.OfType<Step>().ToList();
            return new Line(one.Type, [.. steps.Select(step => step.Title)], [.. one.Chart.Nodes.OfType<Decision>().Select(node => node.Title)],
                [.. StarterLibrary.Kinds.Where(kind => steps.Exists(step => step.Authority?.DecisionKind == kind.Code)).Select(kind => kind.Name)],
                adopted);
        }
    }
}
