using System.Text.Json;
using Answerable.Web.Shared;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Answerable.Tests.Web;

public sealed class LogLineTests
{
    [Fact]
    public void Neither_what_is_said_nor_the_fault_under_it_holds_a_card()
    {
        using var log = new StringWriter();
        new LogLine(TimeProvider.System, new LogForm(false)).Write(
            new LogEntry<string>(LogLevel.Error, "Pages", default, "Cannot parse the value '5555555555554444'",
            new InvalidOperationException("/people?page=4111%201111%201111%201111"), (said, _) => said), null, log);
        Assert.Contains(" error Pages: Cannot parse the value '555555******4444'", log.ToString(), StringComparison.Ordinal);
        Assert.Contains("page=4111%2011**%20****%201111", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void As_JSON_a_line_is_one_object_with_the_request_and_no_card()
    {
        using var log = new StringWriter();
        var scopes = new LoggerExternalScopeProvider();
        using var request = scopes.Push(
            new List<KeyValuePair<string, object>> { new("RequestId", "0HN:1"), new("RequestPath", "/contacts/jane-doe") });
        new LogLine(TimeProvider.System, new LogForm(true)).Write(
            new LogEntry<string>(LogLevel.Warning, "Pages", default, "It held\n4111111111111111",
            new InvalidOperationException("of 4111 1111 1111 1111"), (said, _) => said), scopes, log);
        var line = Assert.Single(log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using var read = JsonDocument.Parse(line);
        string Of(string name) => read.RootElement.GetProperty(name).GetString()!;
        Assert.Equal(("warning", "Pages", "0HN:1"), (Of("gravity"), Of("from"), Of("request")));
        Assert.Equal("It held\n411111******1111", Of("says"));
        Assert.StartsWith("System.InvalidOperationException: of 4111 11** **** 1111", Of("fault"), StringComparison.Ordinal);
        Assert.DoesNotContain("jane-doe", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_quotes_what_it_could_not_read_is_told_without_it()
    {
        var told = FaultTold.Of(new InvalidOperationException("Not read.", new FormatException("'Jane Doe, 12 High Street' is no number.")));
        Assert.Contains("System.InvalidOperationException: Not read.", told, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", told, StringComparison.Ordinal);
    }
}
