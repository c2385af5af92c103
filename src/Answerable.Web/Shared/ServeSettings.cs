using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Answerable.App.Storage;

namespace Answerable.Web.Shared;

/// <summary>How the server was asked to start.</summary>
/// <param name="Demo">A new database begins as the demo centre.</param>
/// <param name="Rest">What it is set by besides, for whoever reads settings.</param>
/// <param name="KeyFile">Where the master key is, if not in its usual place.</param>
internal sealed record ServeSettings(string Database, string Urls, bool Demo, string[] Rest, string? KeyFile = null)
{
    /// <summary>The address people know the centre by; null where only its own are known.</summary>
    public Uri? Address { get; init; }

    /// <summary>The same as words before a path.</summary>
    public string Known => Address?.GetLeftPart(UriPartial.Authority) ?? Urls.Split(';')[0];

    /// <summary>What others may be sent to; null where it answers at every address of its machine, and nobody said which is known.</summary>
    public Uri? Sent => Address ?? (Uri.TryCreate(Known, UriKind.Absolute, out var own)
        && own is { Scheme: "http" or "https", Host: not ("0.0.0.0" or "[::]"), PathAndQuery: "/" } ? own : null);

    /// <summary>The file of the server's own certificate, and of its key where it is another.</summary>
    public string? Certificate { get; init; }
    public string? CertificateKey { get; init; }

    /// <summary>Who is believed where a request came from.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Where metrics are told, if anywhere.</summary>
    public IPEndPoint? Metrics { get; init; }

    /// <summary>In which form the log is written.</summary>
    public string Log { get; init; } = LogForm.Text;

    public const string DefaultDatabase = "data/answerable.db";

    /// <summary>May stand before the server's options; without any word the server is meant too.</summary>
    public const string Word = "run";
    public const string DefaultUrls = "http://127.0.0.1:5080";

    public static readonly Option<string> UrlsOption = new("--urls")
    {
        Description = "The addresses it answers at, with semicolons: http://127.0.0.1:8080, or http://*:8080 for every one of the machine's.",
        DefaultValueFactory = _ => DefaultUrls,
        CustomParser = UrlsOf,
    };

    public static readonly Option<bool> EmptyOption = new("--empty")
    {
        Description = "Begin a new database as an empty centre, as is usual; after ./do run it keeps the invented one out.",
    };

    public static readonly Option<bool> DemoOption = new("--demo")
    {
        Description = "Begin a new database as the invented centre to look round in. It never holds real contacts beside them.",
    };

    public static readonly Option<Uri?> AddressOption = new("--address")
    {
        Description = "The address people know the centre by, such as https://desk.example.org: links that are given on name it, and no other host "
            + "is answered.",
        CustomParser = AddressOf,
    };

    public static readonly Option<string?> CertificateOption = new("--certificate")
    {
        Description = "The server's own certificate, to speak TLS by itself: a PEM file with its chain, or a PKCS #12 file.",
    };

    public static readonly Option<string?> CertificateKeyOption = new("--certificate-key") { Description = "The PEM file of the certificate's key." };

    public static readonly Option<IReadOnlyList<IPNetwork>> ProxiesOption = new("--proxies")
    {
        Description = "Addresses or networks of proxies before it, such as 127.0.0.1,10.0.0.0/8: they are believed where a request came from.",
        CustomParser = ProxiesOf,
    };

    public static readonly Option<IPEndPoint?> MetricsOption = new("--metrics")
    {
        HelpName = "PORT",
        Description = "Tells metrics for Prometheus at http://127.0.0.1:PORT/metrics, to this machine alone; ADDRESS:PORT tells another network.",
        CustomParser = MetricsOf,
    };

    public static readonly Option<string> LogOption = new("--log")
    {
        HelpName = "FORM",
        Description = "The form of the log: text, or json, an object a line.",
        DefaultValueFactory = _ => LogForm.Text,
    };

    /// <summary>Settings that are no options: those of ours, and those that the framework has always taken. One that is none is a slip.</summary>
    private static readonly string[] Settings =
        ["SignInsPerMinute", "SignIns:WrongPerAddress", "Measures:ImageMegabytes", "environment", "contentRoot", "applicationName"];
    private static readonly string[] Sections = ["Logging:", "Kestrel:"];

    static ServeSettings() => LogOption.AcceptOnlyFromAmong(LogForm.Text, LogForm.Json);

    public static Command Run() =>
        new(Word, "Opens the centre to browsers and other systems; so does no verb at all.")
        {
            UrlsOption, EmptyOption, DemoOption, AddressOption, CertificateOption, CertificateKeyOption, ProxiesOption, MetricsOption,
            LogOption,
        };

    /// <summary>An address without a path, said to an option.</summary>
    public static Uri? AddressOf(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address is { PathAndQuery: "/", UserInfo: "", Fragment: "" })
            return address;
        given.AddError($"{(given.Parent as OptionResult)?.Option.Name}: '{given.Tokens[0].Value}' is not an address such as "
            + "https://desk.example.org, without a path.");
        return null;
    }

    private static string UrlsOf(ArgumentResult given)
    {
        var word = given.Tokens[0].Value;
        foreach (var url in word.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty(word))
            if (!url.StartsWith("http://unix:", StringComparison.Ordinal) && !IsAddress(url))
                given.AddError($"--urls: '{url}' is not an address such as http://127.0.0.1:8080.");
        return word;
    }

    private static bool IsAddress(string url) =>
        // Every address of the machine is said by a star or a plus, which no Uri takes.
        Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal),
            UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", PathAndQuery: "/" };

    private static IPEndPoint? MetricsOf(ArgumentResult given)
    {
        var word = given.Tokens[0].Value;
        if (ushort.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)
            return new IPEndPoint(IPAddress.Loopback, port);
        if (word.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(word, out var point) && point.Port > 0)
            return point;
        given.AddError($"--metrics: '{word}' is not a port such as 9464, nor an address with one such as 10.0.0.5:9464.");
        return null;
    }

    private static List<IPNetwork> ProxiesOf(ArgumentResult given)
    {
        var networks = new List<IPNetwork>();
        const StringSplitOptions Words = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var word in given.Tokens.SelectMany(token => token.Value.Split(',', Words)))
            if (IPNetwork.TryParse(word, out var network))
                networks.Add(network);
            else if (IPAddress.TryParse(word, out var one))
                networks.Add(new IPNetwork(one, one.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128));
            else
                given.AddError($"--proxies: '{word}' is not an address, or a network such as 10.0.0.0/8.");
        return networks;
    }

    /// <summary>The database given, else the one the surroundings name, else the usual file.</summary>
    /// <exception cref="DatabaseUnfitException">It names no database.</exception>
    public static string DatabaseOf(string? given) =>
        DatabaseName.Read(given ?? Environment.GetEnvironmentVariable("ANSWERABLE_DATABASE") ?? DefaultDatabase);

    /// <summary>Whether a word names a setting, and no option.</summary>
    public static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal)
        && (Settings.Contains(word[2..], StringComparer.OrdinalIgnoreCase)
            || Sections.Any(section => word[2..].StartsWith(section, StringComparison.OrdinalIgnoreCase)));
}
