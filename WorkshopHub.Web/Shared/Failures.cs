namespace WorkshopHub.Web.Shared;

/// <summary>Which status a failure that nobody caught becomes.</summary>
public static class Failures
{
    /// <summary>What the server itself says of a request, 408 for example, otherwise 500.</summary>
    public static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException request => request.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
