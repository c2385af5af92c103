using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Web;

/// <summary>The whole product with its pages, in this process, on a SQLite database of its own where none is given.</summary>
internal sealed partial class WebCentre(TestDatabase? given = null, TimeProvider? time = null) : WebApplicationFactory<Program>
{
    public const string Password = "four unrelated words here";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-web-");
    private readonly ConcurrentDictionary<Role, Task<HttpClient>> _clients = new();

    public Dispatcher Dispatcher => Services.GetRequiredService<Dispatcher>();

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("database", given?.Connection ?? Path.Combine(_folder.FullName, "centre.db"))
        .ConfigureServices(services => services.AddSingleton(time ?? TimeProvider.System))
        .ConfigureServices(MapperWarnings.AreFaults)
        .UseEnvironment("Production")
        .UseSetting("SignInsPerMinute", "1000")
        .UseSetting("empty", "true");

    /// <summary>The team of those who sign in from here on.</summary>
    public TeamId? Team { get; set; }

    public HttpClient Nobody() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public Task<HttpClient> SignedInAsync(Role role) => _clients.GetOrAdd(role, async known => await SignInAsync(known, $"{known}"));

    /// <summary>One of the role whom no other test has.</summary>
    public Task<HttpClient> AnotherAsync(Role role) => SignInAsync(role, $"{role}-{App.Ids.New():N}");

    private async Task<HttpClient> SignInAsync(Role role, string name)
    {
        var email = $"{name}@test.example".ToUpperInvariant();
        var invitation = (await Dispatcher.DoAsync(new InvitePerson($"The {role.Words()}", email, [role], Team), Actor.System)).Value;
        await Dispatcher.DoAsync(new AcceptInvitation(invitation.Token, Password, Password), Actor.System);
        var client = Nobody();
        var answer = await PostAsync(client, "/sign-in", "sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = Password });
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    /// <summary>Reads the page's form token, then posts as its form would.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string form, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = await TokenAsync(client, page);
        fields["_handler"] = form;
        return await client.PostAsync(page, new FormUrlEncodedContent(fields));
    }

    public static async Task<string> TokenAsync(HttpClient client, string page) =>
        Token().Match(await client.GetStringAsync(page)).Groups[1].Value;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        for (var attempt = 1; Directory.Exists(_folder.FullName); attempt++)
            try
            {
                _folder.Delete(recursive: true);
            }
            catch (IOException) when (attempt < 50)
            {
                // What the product began beside its pages may still be writing its last.
                Thread.Sleep(100);
            }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
