"""What scripts/deploy, scripts/destroy and scripts/ingest share: sessions, and words for what AWS refuses."""
import functools
import os
import sys

import boto3
import botocore.exceptions

from stacks import StackError, printable

NO_CREDENTIALS = "no AWS credentials: run `aws configure` or `aws sso login`, or set AWS_PROFILE"
# Error code of a service -> what a person can do about it.
ADVICE = {
    "ExpiredToken": "the credentials have expired: sign in again", "ExpiredTokenException": "the credentials have expired: sign in again",
    "InvalidClientTokenId": NO_CREDENTIALS, "UnrecognizedClientException": NO_CREDENTIALS, "SignatureDoesNotMatch": NO_CREDENTIALS,
    "AccessDenied": "these credentials may not do this", "AccessDeniedException": "these credentials may not do this",
}


def clients(*names):
    """One client a name; AWS_ENDPOINT_URL and the other standard variables hold, so that the local stack serves as well."""
    session = boto3.Session(region_name=os.environ.get("AWS_REGION"))  # boto3 alone reads AWS_DEFAULT_REGION only
    if session.region_name is None:
        raise StackError("no region: set AWS_REGION, or run `aws configure`")
    return [session.client(name) for name in names]


def identity():
    """(account, region), or a StackError that says what is missing."""
    (sts,) = clients("sts")
    return sts.get_caller_identity()["Account"], sts.meta.region_name


def explained(error):
    """What AWS or the way to it refused, in words for a person."""
    if isinstance(error, botocore.exceptions.ClientError):
        code = error.response["Error"].get("Code", "")
        problem = f"{error.operation_name}: {error.response['Error'].get('Message') or code}"
        return problem + (f" ({ADVICE[code]})" if code in ADVICE else "")
    if isinstance(error, (botocore.exceptions.NoCredentialsError, botocore.exceptions.PartialCredentialsError)):
        return NO_CREDENTIALS
    if isinstance(error, botocore.exceptions.EndpointConnectionError):
        return f"{error}: is the region right, and does it have this service?"
    if isinstance(error, OSError) and error.filename is not None:
        return f"cannot read '{error.filename}': {error.strerror}"
    return str(error)


def command(name):
    """Decorator of a main(): every failure is one line that says what to do; exit status 1 (an ingest failed) or 2 (it could not run)."""
    def decorate(function):
        @functools.wraps(function)
        def run():
            try:
                sys.exit(function(sys.argv[1:]))
            except (botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError, OSError, StackError) as error:
                problem = explained(error)
            except KeyboardInterrupt:
                problem = "stopped"
            print(f"{name}: {printable(' '.join(problem.split()))}", file=sys.stderr)
            sys.exit(2)
        return run
    return decorate
