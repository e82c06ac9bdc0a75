namespace WorkshopHub.Web.Shared;

/// <summary>Which status a failure that nobody caught becomes.</summary>
public static class Failures
{
    /// <summary>413 and the like from the server itself, otherwise 500.</summary>
    public static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException request => request.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
