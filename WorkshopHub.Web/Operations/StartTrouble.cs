using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace WorkshopHub.Web.Operations;

/// <summary>Why the program could not begin, for the person at the terminal who has set something that this machine doesn't give.</summary>
internal static class StartTrouble
{
    /// <summary>The reason and what to do; null where it is a fault of the program, whose stack is wanted then.</summary>
    public static string? Words(Exception problem) => problem switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"{problem.Message} Another program listens there. End it, or choose another port: --urls=http://*:5081",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"This user may not listen there ({problem.Message}): ports under 1024 need a right of their own. Choose a higher one: --urls=http://*:5080",
        SocketException => $"It can't listen at the address that is set ({problem.Message}): see --urls.",
        CryptographicException => $"The certificate can't be used: {problem.Message} See its file and its password.",
        FormatException => $"A setting can't be read: {problem.Message}",
        IOException or UnauthorizedAccessException => $"The program can't begin: {problem.Message}",
        _ => null,
    };
}
