using System.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.CommandLine;

/// <summary>What the server is asked by: options, to be judged before they are followed, and settings.</summary>
internal sealed record AskedServer(ParseResult Options, string[] Settings)
{
    public static AskedServer Of(string[] args)
    {
        var (words, settings) = (new List<string> { ServeSettings.Word }, new List<string>());
        var asked = VerbFirst.Of(Verbs.Root, args) is { Verb: [ServeSettings.Word] } server ? server.Rest : args;
        for (var place = 0; place < asked.Count; place++)
        {
            var set = ServeSettings.IsSetting(asked[place].Split('=')[0]);
            (set ? settings : words).Add(asked[place]);
            // Its value is a word of its own where no sign of equality joins them.
            if (set && !asked[place].Contains('=', StringComparison.Ordinal) && place + 1 < asked.Count)
                settings.Add(asked[++place]);
        }
        return new AskedServer(Verbs.Root.Parse(words), [.. settings]);
    }

    public ServeSettings Follow() => new(ServeSettings.DatabaseOf(Options.GetValue(OpenedCentre.Database)),
        Options.GetValue(ServeSettings.UrlsOption)!,
        Options.GetValue(ServeSettings.DemoOption) && !Options.GetValue(ServeSettings.EmptyOption), Settings,
        Options.GetValue(OpenedCentre.KeyFile))
    {
        Address = Options.GetValue(ServeSettings.AddressOption),
        Certificate = Options.GetValue(ServeSettings.CertificateOption),
        CertificateKey = Options.GetValue(ServeSettings.CertificateKeyOption),
        Metrics = Options.GetValue(ServeSettings.MetricsOption),
        Log = Options.GetValue(ServeSettings.LogOption)!,
        Proxies = Options.GetValue(ServeSettings.ProxiesOption) ?? [],
    };
}
