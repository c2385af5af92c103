namespace Answerable.App.Acts;

/// <summary>Why a reading need not see by scope. One that neither sees by scope nor says why fails a test.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UnscopedAttribute(string why) : Attribute
{
    public const string OfCentre = "shows what is the whole centre's and nobody's in particular";
    public const string Own = "shows the asker's own alone";
    public const string OfAuthority = "who may decide what is open to all it binds, persons' own limits too: a referral is explained by it";
    public const string ByKpiPlan = "its figures come through KpiPlan, which sees by scope";

    public string Why { get; } = why;
}
