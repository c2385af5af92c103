using System.Text.Json.Nodes;

namespace Answerable.Model.Journal;

/// <summary>
/// Reads what was written under a former name as the fact it is now. Lines of the journal never change, so a fact that must be made otherwise gets a
/// new
/// name, and one of these stands beside it for good. Found by itself; it may lead to a name that is itself a former one.
/// </summary>
public abstract class FactUpgrade(string from, string to)
{
    public string From => from;
    public string To => to;

    /// <summary>Makes the body as it was into the body as it is under <see cref="To"/>.</summary>
    public abstract void Change(JsonObject body);
}
