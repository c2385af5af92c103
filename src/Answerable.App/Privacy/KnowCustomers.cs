using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Privacy;

/// <summary>The customers behind many references, made known where they were not.</summary>
[Needs(Permission.ImportData)]
[InBulk]
public sealed record KnowCustomers(IReadOnlyCollection<string> References) : IAct<IReadOnlyDictionary<string, CustomerId>>
{
    internal sealed class Handler : IHandle<KnowCustomers, IReadOnlyDictionary<string, CustomerId>>
    {
        public async Task<Outcome<IReadOnlyDictionary<string, CustomerId>>> Handle(KnowCustomers act, ActContext context, CancellationToken stop) =>
            new Dictionary<string, CustomerId>(await Customers.IdsOfAsync(context.Db, act.References, context.Now, stop));
    }
}
