using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace WorkshopHub.Web.Live;

/// <summary>Renders a partial outside a request: the same file that pages and htmx answers use.</summary>
public sealed class Partials(
    IServiceScopeFactory scopes, IRazorViewEngine engine, ITempDataProvider temp, IModelMetadataProvider metadata)
{
    private long _rendered;

    /// <summary>How many partials were rendered since the program started.</summary>
    public long Rendered => Interlocked.Read(ref _rendered);

    /// <summary>The HTML of a partial.</summary>
    /// <param name="path">Path from the project's root, e.g. ~/Screens/_Title.cshtml.</param>
    /// <param name="model">The partial's model.</param>
    public async Task<string> RenderAsync(string path, object? model)
    {
        Interlocked.Increment(ref _rendered);
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.SetEndpoint(new Endpoint(null, null, "push")); // tag helpers that make links ask for one
        var found = engine.GetView(null, path, isMainPage: false);
        if (!found.Success)
        {
            throw new InvalidOperationException($"There is no partial {path}.");
        }

        using var text = new StringWriter();
        var data = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = model };
        var action = new ActionContext(http, new Microsoft.AspNetCore.Routing.RouteData(), new ActionDescriptor());
        await found.View.RenderAsync(new ViewContext(
            action, found.View, data, new TempDataDictionary(http, temp), text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
