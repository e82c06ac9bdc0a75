using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WorkshopHub.Web.Shared;

/// <summary>A page with a form: what is wrong stands beside its field, and what was typed stays.</summary>
public abstract class FormPage : PageModel
{
    /// <summary>What is wrong, by the name of the field.</summary>
    public Dictionary<string, string> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>The same page again with what was typed, and status 422.</summary>
    protected IActionResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The same page again with a message beside one field, and status 422.</summary>
    protected IActionResult Again(string field, string message)
    {
        Faults[field] = message;
        return Again();
    }
}
