using System.Diagnostics;
using OpenTelemetry;

namespace Answerable.Web.Operations;

/// <summary>
/// Of a trace only what is known to name nobody goes out: addresses as they were asked for hold the ids of contacts and customers, and what was
/// searched for. What an instrumentation learns to say tomorrow is left out until it is named here.
/// </summary>
internal sealed class SparingTrace : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept =
    [
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "server.port", "network.protocol.version", "error.type",
        "outcome",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToArray())
            if (!Kept.Contains(name))
                data.SetTag(name, null);
        data.SetStatus(data.Status);
    }
}
