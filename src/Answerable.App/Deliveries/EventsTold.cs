using Answerable.Model;

namespace Answerable.App.Deliveries;

/// <summary>The events of one delivery, in its order.</summary>
/// <param name="Unreadable">By place, why what stands there is no event as described; nothing where all are.</param>
public sealed record EventsTold(IReadOnlyList<ContactEvent> Events, IReadOnlyDictionary<int, Refusal>? Unreadable);
