using System.Net;
using System.Text.RegularExpressions;

namespace Answerable.Benchmarks.Conduct;

/// <summary>What an agent's browser does at the desk: signs in, sends the forms the pages hold, follows where they lead, and reads its left side
/// again when the queue changes.</summary>
internal sealed partial class AgentBrowser(int port, string email) : IDisposable
{
    public const string Password = "a long bench password 1";

    private readonly HttpClient _http =
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    private string _page = "";
    private string _address = "/desk";

    public async Task SignInAsync()
    {
        _page = await _http.GetStringAsync("/sign-in");
        await SendAsync("/sign-in", new() { ["_handler"] = "sign-in", ["Form.Email"] = email, ["Form.Password"] = Password });
        _page = await _http.GetStringAsync("/desk");
    }

    public Task StartAsync(string type) => SendAsync("/desk/contacts", new() { ["channel"] = "Phone", ["type"] = type });

    /// <summary>The form of the step the page shows; what is left out, the page gives.</summary>
    public Task StepAsync(string name, string value, string? field = null, string? text = null)
    {
        var form = new Dictionary<string, string> { ["node"] = Hidden("node"), ["turn"] = Hidden("turn"), [name] = value };
        if (field is not null)
            form[field] = text!;
        return SendAsync($"{_address}/step", form);
    }

    public Task CloseAsync() => SendAsync($"{_address}/closure", []);

    /// <summary>Listens as an open desk does, until stopped.</summary>
    public async Task ListenAsync(CancellationToken stop)
    {
        try
        {
            using var lines = new StreamReader(await _http.GetStreamAsync("/desk/events", stop));
            while (await lines.ReadLineAsync(stop) is { } line)
                if (line == "event: queue")
                    await _http.GetStringAsync($"{_address}?part=left", stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The desk is closed.
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(string to, Dictionary<string, string> form)
    {
        form["__RequestVerificationToken"] = Hidden("__RequestVerificationToken");
        using var body = new FormUrlEncodedContent(form);
        using var answer = await _http.PostAsync(to, body);
        _page = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{to} answered {(int)answer.StatusCode}: {Alert().Match(_page).Groups[1].Value}");
        _address = answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private string Hidden(string name) => Regex.Match(_page, $"name=\"{name}\" value=\"([^\"]*)\"") is { Success: true } found
        ? found.Groups[1].Value
        : throw new InvalidOperationException($"The page at {_address} has no field {name}.");

    [GeneratedRegex("role=\"alert\"[^>]*>(.{0,300})", RegexOptions.Singleline)]
    private static partial Regex Alert();
}
