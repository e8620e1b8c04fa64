"""CloudFormation templates as data: !Ref x -> {"Ref": x}, !Sub -> {"Fn::Sub": …}, as the JSON form has it."""
import pathlib

import yaml

TOP = pathlib.Path(__file__).resolve().parents[2]


class Loader(yaml.SafeLoader):
    """SafeLoader that knows the short forms of intrinsic functions."""


def short_form(loader, suffix, node):
    name = suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}"
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        return {name: value.split(".", 1) if suffix == "GetAtt" else value}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    return {name: loader.construct_mapping(node, deep=True)}


Loader.add_multi_constructor("!", short_form)


def load(name):
    return yaml.load((TOP / name).read_text(), Loader)


def every():
    """{name: template} of all templates of the repository."""
    paths = sorted([*TOP.glob("statemachine/*.yaml"), *TOP.glob("iam/*.yaml")])
    return {path.relative_to(TOP).as_posix(): load(path) for path in paths}


def plain(value):
    """The text form that the JSON files use: ${Region}, ${AccountId}, the partition written out."""
    if isinstance(value, dict):
        if set(value) == {"Ref"}:
            return plain("${%s}" % value["Ref"])
        if set(value) == {"Fn::Sub"} and isinstance(value["Fn::Sub"], str):
            return plain(value["Fn::Sub"])
        return {key: plain(member) for key, member in value.items()}
    if isinstance(value, list):
        return [plain(member) for member in value]
    if isinstance(value, str):
        return (value.replace("${AWS::Partition}", "aws").replace("${AWS::Region}", "${Region}")
                .replace("${AWS::AccountId}", "${AccountId}"))
    return value
