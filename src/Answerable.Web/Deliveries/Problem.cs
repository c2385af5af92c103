using System.ComponentModel;
using Answerable.Model;

namespace Answerable.Web.Deliveries;

/// <summary>Why a request was refused (RFC 9457).</summary>
[Description("Why a request was refused (RFC 9457).")]
internal sealed record Problem
{
    public string Type { get; init; } = "";
    public string Title { get; init; } = "";
    public int Status { get; init; }

    [Description("A plain sentence that says what to do.")]
    public string Detail { get; init; } = "";

    [Description("Dotted and stable, for machines.")]
    public string Code { get; init; } = "";

    [Description("The property at fault, where one is.")]
    public string? Field { get; init; }

    [Description("What became of each event, where the request held events.")]
    public IReadOnlyList<EventAnswer>? Results { get; init; }

    public static Problem Of(int status, string title, Refusal refusal, IReadOnlyList<EventAnswer>? results = null) => new()
    {
        Type = $"urn:answerable:problem:{refusal.Code}",
        Title = title,
        Status = status,
        Detail = refusal.Text,
        Code = refusal.Code,
        Field = refusal.Field,
        Results = results,
    };
}
