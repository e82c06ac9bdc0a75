using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace WorkshopHub.Web.Shared;

/// <summary>What is sent to a page that takes nothing is not found, and the page is never drawn without what it shows.</summary>
public sealed class SentToNobody : IPageFilter
{
    /// <inheritdoc />
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    /// <inheritdoc />
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // The page of an error is drawn for whatever was sent.
        if (context.HandlerMethod is null && context.HandlerInstance is not Errors && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            context.Result = new NotFoundResult();
        }
    }

    /// <inheritdoc />
    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
