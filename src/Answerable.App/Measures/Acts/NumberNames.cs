using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Measures;

/// <summary>Gives names their numbers, once and for all: sums are kept under them afterwards.</summary>
[Needs(Permission.AdministerSystem)]
[InBulk]
internal sealed record NumberNames(IReadOnlyCollection<(Dimension Dimension, string Text)> New) : IAct<Done>
{
    internal sealed class Handler : IHandle<NumberNames, Done>
    {
        public async Task<Outcome<Done>> Handle(NumberNames act, ActContext context, CancellationToken stop)
        {
            var names = await MeasuresNameRow.ReadAsync(context.Db.Set<MeasuresNameRow>(), stop);
            foreach (var (dimension, text) in act.New)
                if (names.Find(dimension, text) is null)
                    context.Db.Add(new MeasuresNameRow { Dimension = dimension, Number = names.Number(dimension, text), Text = text });
            return Done.It;
        }
    }
}
