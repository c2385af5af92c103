using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>
/// A server says that it is here, keeps what it has of the work that one does at a time, and takes what nobody has any more. Returns what of it
/// is its own now.
/// </summary>
[Needs(Permission.AdministerSystem)]
internal sealed record BeatNode(Guid Node, string Name, IReadOnlyList<string> Wanted) : IAct<IReadOnlyList<string>>
{
    /// <summary>So long one that has said nothing is believed to be at work.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(8);

    /// <summary>One that has said nothing for so long is not shown any more.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromHours(1);

    internal sealed class Handler(Instruments instruments) : IHandle<BeatNode, IReadOnlyList<string>>
    {
        public async Task<Outcome<IReadOnlyList<string>>> Handle(BeatNode act, ActContext context, CancellationToken stop)
        {
            await SayAsync(act, context, stop);
            var rows = await context.Db.Set<LeaseRow>().ToDictionaryAsync(row => row.Name, stop);
            foreach (var name in act.Wanted)
                if (!rows.TryGetValue(name, out var row))
                    context.Db.Add(rows[name] = new LeaseRow { Name = name, Node = act.Node, Until = context.Now + Lease });
                else if (row.Node == act.Node || row.Until < context.Now)
                {
                    if (row.Node != act.Node)
                        instruments.TookOver();
                    (row.Node, row.Until) = (act.Node, context.Now + Lease);
                }
            return act.Wanted.Where(name => rows[name].Node == act.Node).ToList();
        }

        private static async Task SayAsync(BeatNode act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<NodeRow>().FindAsync([act.Node], stop) is { } known)
                known.SeenAt = context.Now;
            else
                await BeginAsync(act, context, stop);
        }

        private static async Task BeginAsync(BeatNode act, ActContext context, CancellationToken stop)
        {
            var longGone = context.Now - Shown;
            await context.Db.Set<NodeRow>().Where(row => row.SeenAt < longGone).ExecuteDeleteAsync(stop);
            context.Db.Add(new NodeRow { Id = act.Node, Name = act.Name, StartedAt = context.Now, SeenAt = context.Now });
        }
    }
}
