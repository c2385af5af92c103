using System.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.CommandLine;

/// <summary>What the server is asked by: options, to be judged before they are followed, and settings.</summary>
internal sealed record AskedServer(ParseResult Options, string[] Settings)
{
    public static AskedServer Of(string[] args)
    {
        var (words, settings) = (new List<string> { ServeSettings.Word }, new List<string>());
        var named = Verbs.Named(args);
        for (var place = 0; place < args.Length; place++)
        {
            if (place == named && args[place] == ServeSettings.Word)
                continue;
            var set = ServeSettings.IsSetting(args[place].Split('=')[0]);
            (set ? settings : words).Add(args[place]);
            // Its value is a word of its own where no sign of equality joins them.
            if (set && !args[place].Contains('=', StringComparison.Ordinal) && place + 1 < args.Length)
                settings.Add(args[++place]);
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
