using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;

namespace Participatie.Tests.Hosting;

/// <summary>A page whose frame names who is signed in, and which still asks to be kept for everybody.</summary>
public sealed class GreetingPage : ComponentBase
{
    /// <summary>All that the page says it shows.</summary>
    public const string Shown = "the same for all";

    public const string Nobody = "niemand";

    [Inject]
    private IHttpContextAccessor Request { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Participatie.Web.Frame.Frame>(0);
        builder.AddComponentParameter(1, "Title", "Begroeting");
        builder.AddComponentParameter(
            2,
            "ChildContent",
            (RenderFragment)(content => content.AddContent(0, "Hallo " + (Request.HttpContext!.User.Identity?.Name ?? Nobody))));
        builder.CloseComponent();
    }
}
