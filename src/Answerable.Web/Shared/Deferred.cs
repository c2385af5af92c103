using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Answerable.Web.Shared;

/// <summary>Rendered once what stands before it has said what it is: a table after its columns.</summary>
public sealed class Deferred : ComponentBase
{
    [Parameter, EditorRequired] public RenderFragment ChildContent { get; set; } = default!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
