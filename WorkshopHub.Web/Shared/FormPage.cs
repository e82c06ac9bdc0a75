using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WorkshopHub.Web.Shared;

/// <summary>A page with a form: what is wrong stands beside its field, and what was typed stays.</summary>
public abstract class FormPage : PageModel
{
    /// <summary>What is wrong, by the name of the field.</summary>
    public Dictionary<string, string> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a number that the form itself carries came back as none: then nobody knows which version was seen.</summary>
    protected bool IsUnreadable(params string[] fields) => fields.Any(field => ModelState.TryGetValue(field, out var read) && read.Errors.Count > 0);

    /// <summary>What is said of such a form.</summary>
    protected const string Unreadable = "This form could not be read. Nothing was kept. Look at it again, then send it once more.";

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
