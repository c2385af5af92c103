using System.Text.Json.Nodes;
using Answerable.App.Deliveries;
using Answerable.Model.Contacts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Answerable.Web.Deliveries;

/// <summary>What the API's description says beside what can be seen from the code.</summary>
internal static class ApiDescription
{
    private const string KeyScheme = "key";

    public static void AddApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Answerable",
                Version =
                "v1",
                Description = "Contact events in, contacts out. Guide: docs/guides/deliver-contact-events.md."
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [KeyScheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme =
                    "bearer",
                    BearerFormat = "ak_...",
                    Description = "A key an administrator made, for a system or a person."
                },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
            return Task.CompletedTask;
        });
    });

    public static void DescribeEvents(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("DeliverContactEvents").WithTags("Contacts")
        .WithSummary("Deliver contact events")
        .WithDescription(
            $"One event, or an array of up to {ContactDeliveries.MostInABatch} in a body of at most 1 MB. Each event stands for itself: one " +
                $"refused does not keep the others out. "
            + "A property of another kind, one that is not known, or null where an event is to be, refuses that event alone; an optional property "
            + "that is null says no more than one left out. "
            + "200: all were taken (accepted, or duplicate: the same id was delivered before). 207: some were refused, each with its reason. 422: " +
                "none was taken. "
            + "What is answered as accepted or duplicate is durable; deliver again whenever no answer came.")
        .Produces<EventsAnswer>(StatusCodes.Status200OK)
        .Produces<EventsAnswer>(StatusCodes.Status207MultiStatus)
        .Refuses(400, 401, 403, 413, 415, 422, 503)
        .AddOpenApiOperationTransformer(EitherOneOrManyAsync);

    public static void DescribeContact(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("ReadContact").WithTags("Contacts")
        .WithSummary("Read one contact")
        .WithDescription("By this centre's id or by the source's own id of the contact.")
        .Produces<ContactAnswer>(StatusCodes.Status200OK)
        .Refuses(401, 403, 404);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<Problem>(status, "application/problem+json");
        return endpoint;
    }

    private static async Task EitherOneOrManyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var one = await context.GetOrCreateSchemaAsync(typeof(ContactEvent), null, stop);
        one.Required = new HashSet<string> { "id", "contact", "type", "at" };
        one.AdditionalPropertiesAllowed = false;
        foreach (var (name, property) in one.Properties!)
            if (property is OpenApiSchema schema)
            {
                schema.Type = one.Required.Contains(name) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
                schema.Format = name == "at" ? "date-time" : null;
                schema.Enum = name == "type" ? [.. ContactDeliveries.Types.Select(type => (JsonNode)type)] : null;
            }
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        OneOf = [one, new OpenApiSchema
                        { Type = JsonSchemaType.Array, Items = one, MinItems = 1, MaxItems = ContactDeliveries.MostInABatch }]
                    },
                    Examples = new Dictionary<string, IOpenApiExample>
                    {
                        ["one"] = new OpenApiExample { Summary = "One event", Value = JsonNode.Parse(Answered) },
                        ["many"] = new OpenApiExample
                        { Summary = "A call from arrival to answer", Value = JsonNode.Parse($"[{Arrived}, {Queued}, {Answered}]") },
                    },
                },
            },
        };
    }

    private const string Arrived =
        """{ "id": "e-1001", "contact": "call-77", "type": "arrived", "at": "2026-10-09T17:30:00Z", "channel": "phone","""
        + """ "queue": "Repairs", "customer": "A-4711" }""";
    private const string Queued = """{ "id": "e-1002", "contact": "call-77", "type": "queued", "at": "2026-10-09T17:30:12Z", "queue": "Repairs" }""";
    private const string Answered =
        """{ "id": "e-1003", "contact": "call-77", "type": "answered", "at": "2026-10-09T17:30:40Z", "agent": "jo@centre.example" }""";
}
