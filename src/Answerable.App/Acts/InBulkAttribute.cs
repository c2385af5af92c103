namespace Answerable.App.Acts;

/// <summary>An act nobody waits for at a screen: it lets those of the desks go before.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class InBulkAttribute : Attribute;
