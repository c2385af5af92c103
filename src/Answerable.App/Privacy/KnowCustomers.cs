using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.Privacy;

/// <summary>The customers behind some references, made known where they were not.</summary>
[Needs(Permission.ImportData)]
[InBulk]
public sealed record KnowCustomers([ToTheLetter] IReadOnlyCollection<string> References) : IAct<IReadOnlyDictionary<string, CustomerId>>
{
    private const int MostInAnAct = 40;

    /// <summary>Those behind many references, some at a time, so that desks come between.</summary>
    public static async Task<IReadOnlyDictionary<string, CustomerId>> OfAsync(Dispatcher dispatcher, IEnumerable<string> references,
        CancellationToken stop)
    {
        var known = await Task.WhenAll(references.Distinct().Chunk(MostInAnAct)
            .Select(some => dispatcher.DoAsync(new KnowCustomers(some), Actor.System, stop)));
        return known.SelectMany(some => some.Value).ToDictionary();
    }

    internal sealed class Handler : IHandle<KnowCustomers, Customers.Looked, IReadOnlyDictionary<string, CustomerId>>
    {
        public async Task<Outcome<Customers.Looked>> Prepare(KnowCustomers act, ReadingContext context, CancellationToken stop) =>
            await Customers.LookAsync(context.Db, act.References, context.Now, stop);

        public async Task<Outcome<IReadOnlyDictionary<string, CustomerId>>> Decide(KnowCustomers act, Customers.Looked looked, ActContext context,
            CancellationToken stop) =>
            new Dictionary<string, CustomerId>(await Customers.MakeKnownAsync(context.Db, looked, stop));
    }
}
