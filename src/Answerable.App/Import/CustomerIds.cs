using Answerable.Model.Journal;

namespace Answerable.App.Import;

/// <summary>The centre's own ids of customers, by how a source names them.</summary>
internal sealed class CustomerIds(TimeProvider time)
{
    public TimeProvider Time => time;

    public Task<Dictionary<string, CustomerId>> OfAsync(IEnumerable<string> references, CancellationToken stop) =>
        Task.FromResult(references.Distinct(StringComparer.Ordinal).ToDictionary(reference => reference, reference => CustomerId.From(Ids.Of(Time is null ? "" : "customer", reference))));
}
