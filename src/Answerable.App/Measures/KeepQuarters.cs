using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// Keeps sums that were added up beside the writer. A quarter-hour kept as of a later line stays as it is; its dirty mark goes only
/// when nothing has changed since the line the sums are as of.
/// </summary>
[Needs(Permission.AdministerSystem)]
[InBulk]
internal sealed record KeepQuarters(Summed Summed) : IAct<Done>
{
    internal sealed class Handler : IHandle<KeepQuarters, Done>
    {
        public async Task<Outcome<Done>> Handle(KeepQuarters act, ActContext context, CancellationToken stop)
        {
            var (db, summed) = (context.Db, act.Summed);
            var quarters = summed.Quarters.Select(quarter => quarter.Quarter).ToArray();
            var kept = await db.MeasuresQuarters.Where(row => EF.Parameter(quarters).Contains(row.Quarter)).ToDictionaryAsync(row => row.Quarter, stop);
            var revision = 1 + (await db.MeasuresQuarters.MaxAsync(row => (long?)row.Revision, stop) ?? 0);
            var numbering = await Numbering.BeginAsync(context, stop);
            foreach (var quarter in summed.Quarters)
            {
                if (!kept.TryGetValue(quarter.Quarter, out var row))
                    db.Add(row = new MeasuresQuarterRow { Quarter = quarter.Quarter });
                else if (row.AsOf > summed.AsOf)
                    continue;
                (row.Revision, row.AsOf, row.Linked) = (revision, summed.AsOf, quarter.Linked);
                row.Cells = QuarterBytes.Write(new QuarterColumns(quarter.Quarter, numbering.Code(quarter.Cells)));
            }
            await db.MeasuresDirty.Where(row => EF.Parameter(quarters).Contains(row.Quarter) && row.Mark <= summed.AsOf).ExecuteDeleteAsync(stop);
            context.Tell("measures", revision.ToString(CultureInfo.InvariantCulture));
            return Done.It;
        }
    }

    /// <summary>Gives new names their numbers, and keeps them with the sums that use them.</summary>
    private sealed class Numbering(ActContext context, Names names)
    {
        private readonly Dictionary<Dimension, int> _kept = Dimensions.Named.ToDictionary(dimension => dimension, names.Width);

        public static async Task<Numbering> BeginAsync(ActContext context, CancellationToken stop) =>
            new(context, await MeasuresNameRow.ReadAsync(context.Db.MeasuresNames, stop));

        public List<(CellCode, Cell)> Code(Dictionary<CellKey, Cell> cells)
        {
            var coded = cells.Select(pair => (CellCode.Of(pair.Key, names), pair.Value)).ToList();
            foreach (var dimension in Dimensions.Named)
                for (; _kept[dimension] < names.Width(dimension); _kept[dimension]++)
                    context.Db.Add(new MeasuresNameRow { Dimension = dimension, Number = _kept[dimension], Text = names.Text(dimension, _kept[dimension]) });
            return coded;
        }
    }
}
